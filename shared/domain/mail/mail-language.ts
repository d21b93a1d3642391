import { type Language, languageOf, withoutAddresses } from '#shared/domain/text/language.ts';

const LETTERS = /[A-Za-z\u00c0-\u024f\u0620-\u064a\u066e-\u06d3]/g;
const FEWEST = 3;

/** Remove reply prefixes and references, which say nothing about the language of a subject. */
const wordsOf = (subject: string): string =>
  subject
    .slice(0, 1_000)
    .replace(/^(?:(?:re|fwd?|aw|wg|رد|إعادة توجيه|تحويل)\s*:\s*)+/i, '')
    .replace(/\[[^[\]]{0,60}\]/g, ' ');

/**
 * Detect the language of a mail by its new part, because a subject is often written by a machine and the
 * history by another person. Without words in the text, use the subject.
 * @param text the new part
 */
export function mailLanguage(subject: string, text: string): Language {
  const readable = withoutAddresses(text.slice(0, 20_000));
  const letters = readable.match(LETTERS)?.length ?? 0;
  return languageOf(letters >= FEWEST ? readable : `${wordsOf(subject)}\n${readable}`);
}
