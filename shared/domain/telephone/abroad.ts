import { toLatinDigits } from '#shared/domain/text/digits.ts';
import { callerNumber } from './caller-number.ts';

/** The calling code of Saudi Arabia. */
const HOME = '966';

/**
 * The calling codes of two digits, by ITU-T E.164 (list of assigned codes). A code with 1 or 7 first has one digit, and
 * every other code three.
 */
const TWO_DIGITS = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/u;

const callingCodeOf = (e164: string): string => {
  const digits = e164.slice(1);
  return digits.slice(0, /^[17]/u.test(digits) ? 1 : TWO_DIGITS.test(digits) ? 2 : 3);
};

/**
 * Return whether a number is in another country than the centre, which does not call it.
 *
 * @param phone E.164
 * @param centre the centre's own number; without a calling code it is in Saudi Arabia
 */
export function isAbroad(phone: string, centre: string): boolean {
  const own = callerNumber(toLatinDigits(centre).trim().replace(/^00/u, '+'));
  return callingCodeOf(phone) !== (own === undefined ? HOME : callingCodeOf(own));
}
