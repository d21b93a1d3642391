import { toLatinDigits } from '#shared/domain/text/digits.ts';

const E164 = /^\+[1-9]\d{6,14}$/u;

/**
 * A caller's number in E.164, from what telephone systems give as one: with spaces, as `tel:` or `sip:` URI.
 * Undefined when it was withheld (null, empty, `anonymous`) or is no telephone number.
 */
export function callerNumber(given: string | null | undefined): string | undefined {
  const user = toLatinDigits(given ?? '')
    .trim()
    .replace(/^(?:tel|sips?):/iu, '')
    .replace(/[@;?].*$/su, '');
  const number = user.replace(/[\s().\-‐-―\p{Cf}]/gu, '');
  return E164.test(number) ? number : undefined;
}
