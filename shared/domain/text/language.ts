import type { Language } from '#events/vocabulary.ts';

export type { Language };

/** The words of a text that somebody wrote in a language: no addresses of mail or web among them. */
export function writtenWords(text: string): string {
  return text
    .split(/\s+/)
    .filter((word) => !word.includes('@') && !/^[<("']*https?:/i.test(word))
    .join(' ');
}

/**
 * The language a text is written in, by its letters: Arabic when they are at least two in five, because
 * Arabic mail carries Latin addresses, names and signatures more often than the reverse. Without any
 * letter the answer is Arabic, the centre's first language.
 */
export function languageOf(text: string): Language {
  const readable = writtenWords(text);
  const arabic = readable.match(/[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]/g)?.length ?? 0;
  const latin = readable.match(/[A-Za-z\u00c0-\u024f]/g)?.length ?? 0;
  return arabic * 3 >= latin * 2 ? 'ar' : 'en';
}
