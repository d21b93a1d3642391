import { toLatinDigits } from '#shared/domain/text/digits.ts';

const E164 = /^\+[1-9]\d{6,14}$/u;

/**
 * Parse a caller's number to E.164. Telephone systems write it with spaces, or as `tel:` or `sip:` URI.
 * Return undefined when it was withheld (null, empty, `anonymous`) or is not a telephone number.
 */
export function callerNumber(given: string | null | undefined): string | undefined {
  const user = toLatinDigits(given ?? '')
    .trim()
    .replace(/^(?:tel|sips?):/iu, '')
    .replace(/[@;?].*$/su, '');
  const number = user.replace(/[\s().\-‐-―\p{Cf}]/gu, '');
  return E164.test(number) ? number : undefined;
}
