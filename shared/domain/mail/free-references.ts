import { toLatinDigits } from '#shared/domain/text/digits.ts';

/** Characters of a text in which references are looked for. */
const LONGEST = 50_000;
const MOST = 10;
/** A dash of any kind, a dot, a slash, an underscore, or spaces. */
const GAP = '[\\s._/\\-\\u2010-\\u2015\\u2212]{0,3}';
/** Digits, and the letters that people write for them. */
const DIGIT = '[0-9OIL]';
const LETTER = '[A-Z]';
/**
 * A reference anywhere in a text: `4K7-2M9-0382`, without dashes, with spaces or other dashes, in small letters.
 * Its letters must be letters: ten digits are a telephone number.
 */
const REFERENCE = new RegExp(
  `(?<![\\p{L}\\p{N}])${DIGIT}${GAP}${LETTER}${GAP}${DIGIT}${GAP}${DIGIT}${GAP}${LETTER}${GAP}${DIGIT}${GAP}(?:${DIGIT}${GAP}){3}${DIGIT}(?![\\p{L}\\p{N}])`,
  'giu',
);

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
