import type { Language } from '#events/vocabulary.ts';
import { toLatinDigits } from '#shared/domain/text/digits.ts';
import { ARABIC_SYMBOLS } from './spoken-reference.ts';

const SAUDI = '+966';
/** Mobile numbers and area numbers: nine digits after the country code. */
const NATIONAL = /^(?:5\d{8}|1[1-7]\d{7})$/u;

/**
 * Parse a Saudi number as keyed or written, `05…`, `5…`, `9665…`, `009665…` or `+9665…`, to E.164. Return
 * undefined for an invalid number and for numbers of other countries, because the centre does not call
 * abroad.
 */
export function saudiNumber(given: string): string | undefined {
  const digits = toLatinDigits(given.normalize('NFKC')).replace(/[\s().\-‐-―\p{Cf}#*]/gu, '');
  const national = digits.replace(/^(?:\+966|00966|966)/u, '').replace(/^0/u, '');
  return NATIONAL.test(national) ? `${SAUDI}${national}` : undefined;
}

/**
 * Return the number of a caller if the centre can call it back. A withheld number and a number of another country
 * cannot be called.
 */
export const dialledNumber = (phone: string | undefined): string | undefined =>
  phone === undefined ? undefined : saudiNumber(phone);

/** Format a number for speech, digit by digit in the national form: `0 5 5, 1 2 3, 4 5 6 7`. */
export function spokenNumber(phone: string, language: Language): string {
  const local = phone.startsWith(SAUDI) ? `0${phone.slice(SAUDI.length)}` : phone.replace('+', '00');
  const groups = [local.slice(0, 3), local.slice(3, 6), local.slice(6)].filter((group) => group !== '');
  const spoken = (digit: string): string => (language === 'ar' ? (ARABIC_SYMBOLS[digit] ?? digit) : digit);
  return groups.map((group) => [...group].map(spoken).join(' ')).join(language === 'ar' ? '، ' : ', ');
}
