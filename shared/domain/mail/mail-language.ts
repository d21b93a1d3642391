import { type Language, languageOf, withoutAddresses } from '#shared/domain/text/language.ts';

const LETTERS = /[A-Za-z\u00c0-\u024f\u0620-\u064a\u066e-\u06d3]/g;
const FEWEST = 3;

/** Reply marks and references say nothing about the language a subject is written in. */
const wordsOf = (subject: string): string =>
  subject
    .slice(0, 1_000)
    .replace(/^(?:(?:re|fwd?|aw|wg|رد|إعادة توجيه|تحويل)\s*:\s*)+/i, '')
    .replace(/\[[^[\]]{0,60}\]/g, ' ');

/**
 * The language of a mail: that of what its author wrote now, because a subject is often the machine's and
 * the history another's. A text without words leaves it to the subject.
 * @param text the new part
 */
export function mailLanguage(subject: string, text: string): Language {
  const readable = withoutAddresses(text.slice(0, 20_000));
  const letters = readable.match(LETTERS)?.length ?? 0;
  return languageOf(letters >= FEWEST ? readable : `${wordsOf(subject)}\n${readable}`);
}
