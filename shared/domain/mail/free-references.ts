import { toLatinDigits } from '#shared/domain/text/digits.ts';

/** Characters of a text in which references are looked for. */
const LONGEST = 50_000;
const MOST = 10;
/** Between two symbols: dashes of any kind, spaces and other marks, and the Arabic lengthening mark. */
const GAP = '(?:[^\\p{L}\\p{N}]|ـ){0,3}';
/** Digits, and the letters that people write for them. */
const DIGIT = '[0-9OQILZSB]';
const LETTER = '[A-Z]';
const LATIN_OR_DIGIT = '[\\p{Script=Latin}\\p{N}]';
/** Words that people write before a reference without a space. Letters of other scripts end at it anyway. */
const BEFORE = '(?<=(?<!\\p{L})(?:ref|reference|no|nr|number|case|ticket|report|rida|id))';
const SYMBOLS = [...[DIGIT, LETTER, DIGIT, DIGIT, LETTER, DIGIT], ...[DIGIT, DIGIT, DIGIT, DIGIT]].join(GAP);
/**
 * A reference anywhere in a text: `4K7-2M9-0382`, without dashes, with spaces or other dashes, in small letters.
 * Its letters must be letters: ten digits are a telephone number.
 */
const REFERENCE = new RegExp(`(?:(?<!${LATIN_OR_DIGIT})|${BEFORE})${SYMBOLS}(?!${LATIN_OR_DIGIT})`, 'giu');

/** Return the texts that look like references, in order. The caller checks the check digit. */
export function freeReferences(text: string): string[] {
  const plain = toLatinDigits(
    text
      .slice(0, LONGEST)
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, ''),
  );
  return [...plain.matchAll(REFERENCE)].slice(0, MOST).map(([found]) => found);
}
