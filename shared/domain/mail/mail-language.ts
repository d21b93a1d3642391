import { type Language, withoutAddresses } from '#shared/domain/text/language.ts';
import { isArabicScript, writtenLanguage } from '#shared/domain/text/written-language.ts';

const LETTERS = /\p{L}/gu;
const FEWEST = 3;

/** Remove reply prefixes and references, which say nothing about the language of a subject. */
const wordsOf = (subject: string): string =>
  subject
    .slice(0, 1_000)
    .replace(/^(?:(?:re|fwd?|aw|wg|رد|إعادة توجيه|تحويل)\s*:\s*)+/i, '')
    .replace(/\[[^[\]]{0,60}\]/g, ' ');

/** The language of a mail. */
export interface MailLanguage {
  /** The language of the centre's answers, of which the first is the nearer one. */
  readonly language: Language;
  /** The language of the mail (BCP 47), when it is neither of the centre's. */
  readonly writtenIn?: string;
}

/**
 * Detect the language of a mail by its new part, because a subject is often written by a machine and the
 * history by another person. Without words in the text, use the subject.
 * @param text the new part
 */
export function mailLanguage(subject: string, text: string): MailLanguage {
  const readable = withoutAddresses(text.slice(0, 20_000));
  const letters = readable.match(LETTERS)?.length ?? 0;
  const code = writtenLanguage(letters >= FEWEST ? readable : `${wordsOf(subject)}\n${readable}`);
  if (code === 'ar' || code === 'en') return { language: code };
  return { language: isArabicScript(code) ? 'ar' : 'en', writtenIn: code };
}
