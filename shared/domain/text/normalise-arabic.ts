import { stripBidiControls } from './bidi.ts';
import { LATIN_DIGITS } from './digits.ts';

/** Diacritics, tatweel and invisible marks. They are removed. */
const MARKS = '\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u061c\ufeff';

/** The letters that are compared as one, behind it. */
const LETTERS = [
  ['\u0627', '\u0622\u0623\u0625\u0671'],
  ['\u064a', '\u0649\u06cc\u0626'],
  ['\u0648', '\u0624'],
  ['\u0647', '\u0629'],
  ['\u0643', '\u06a9'],
] as const;

const REPLACED: ReadonlyMap<string, string> = new Map([
  ...LETTERS.flatMap(([letter, others]) => [...others].map((other): [string, string] => [other, letter])),
  ...LATIN_DIGITS,
]);

/** All that is replaced or removed. A text is read once for them. */
const FOLDED = new RegExp(`[${MARKS}${[...REPLACED.keys()].join('')}]`, 'g');
const fold = (character: string): string => REPLACED.get(character) ?? '';

/** White space that is not a single space. */
const SPACES = /\s{2,}|[^\S ]/g;

/**
 * Normalise Arabic text for comparison, never for display: fold compatibility forms, remove diacritics and
 * tatweel, reduce alef and hamza carriers, alef maqsura and ta marbuta to one letter each, replace Persian
 * keyboard letters, make digits Latin and Latin letters lower-case, and collapse white space.
 */
export function normaliseArabic(text: string): string {
  return stripBidiControls(text)
    .normalize('NFKC')
    .replace(FOLDED, fold)
    .toLowerCase()
    .replace(SPACES, ' ')
    .trim();
}
