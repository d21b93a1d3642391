import { toLatinDigits } from '#shared/domain/text/digits.ts';

/** Characters of a text in which references are looked for. */
const LONGEST = 50_000;
const MOST = 10;
/** Between two symbols: dashes of any kind, spaces and other marks, and the Arabic lengthening mark. */
const MARK = /[^\p{L}\p{N}]|ـ/gu;
const GAP = '-{0,3}';
const DIGIT = '[0-9OQILZSB]';
const LETTER = '[A-Z]';
const LATIN_OR_DIGIT = '[\\p{Script=Latin}\\p{N}]';
/** Words that people write before a reference without a space. Letters of other scripts end at it anyway. */
const BEFORE = '(?<=(?<!\\p{L})(?:REF|REFERENCE|NO|NR|NUMBER|CASE|TICKET|REPORT|RIDA|ID))';
const SYMBOLS = [...[DIGIT, LETTER, DIGIT, DIGIT, LETTER, DIGIT], ...[DIGIT, DIGIT, DIGIT, DIGIT]].join(GAP);
/**
 * A reference anywhere in a text: `4K7-2M9-0382`, without dashes, with spaces or other dashes. Its letters must be
 * letters: ten digits are a telephone number. It is applied to a text with capital letters and one kind of mark:
 * with the flag for case and classes of Unicode in each gap, it took more than a second to compile.
 */
const REFERENCE = new RegExp(`(?:(?<!${LATIN_OR_DIGIT})|${BEFORE})${SYMBOLS}(?!${LATIN_OR_DIGIT})`, 'gu');

/** Write small letters as capitals and each mark as a dash, at the same place. */
const simplified = (text: string): string =>
  text
    .replace(/[a-z]+/g, (letters) => letters.toUpperCase())
    .replace(MARK, (mark) => '-'.repeat(mark.length));

/** Return the texts that look like references, in order. The caller checks the check digit. */
export function freeReferences(text: string): string[] {
  const plain = toLatinDigits(
    text
      .slice(0, LONGEST)
      .normalize('NFKC')
      .replace(/\p{Cf}/gu, ''),
  );
  return [...simplified(plain).matchAll(REFERENCE)]
    .slice(0, MOST)
    .map(({ 0: found, index }) => plain.slice(index, index + found.length));
}
