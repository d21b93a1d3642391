import { stripBidiControls } from './bidi.ts';
import { toLatinDigits } from './digits.ts';

const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u061c\ufeff]/g;

/**
 * Normalise Arabic text for comparison, never for display: fold compatibility forms, remove diacritics and
 * tatweel, reduce alef and hamza carriers, alef maqsura and ta marbuta to one letter each, replace Persian
 * keyboard letters, make digits Latin and Latin letters lower-case, and collapse white space.
 */
export function normaliseArabic(text: string): string {
  return toLatinDigits(stripBidiControls(text).normalize('NFKC'))
    .replace(MARKS, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/[\u0649\u06cc\u0626]/g, '\u064a')
    .replaceAll('\u0624', '\u0648')
    .replaceAll('\u0629', '\u0647')
    .replaceAll('\u06a9', '\u0643')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
