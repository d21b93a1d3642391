import { normaliseArabic } from '#shared/domain/text/normalise-arabic.ts';

/**
 * Parse a comma-separated list of words and phrases, written as people spell them, and normalise them for
 * comparison. `*` at the end of a word matches any ending. The article, the prefixes و ف ب ل ك, and the
 * endings ات ه ها هم كم نا ين ون ي need not be listed.
 */
export function wordList(text: string): readonly string[] {
  return text
    .split(',')
    .map(normaliseArabic)
    .filter((word) => word !== '');
}

/** Normalise a text for comparison with phrases: apostrophes, and the two letters i of Turkish, are one each. */
export const phraseKey = (text: string): string =>
  normaliseArabic(text)
    .replaceAll('i\u0307', 'i')
    .replaceAll('\u0131', 'i')
    .replace(/[\u2018\u2019]/g, "'");

/** Parse a list of phrases separated by `|`, and normalise them for comparison. A phrase may contain commas. */
export function phrases(text: string): readonly string[] {
  return text
    .split('|')
    .map(phraseKey)
    .filter((phrase) => phrase !== '');
}
