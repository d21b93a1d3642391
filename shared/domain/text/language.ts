import type { Language } from '#events/vocabulary.ts';

export type { Language };

/** Return the other of the two languages. */
export const otherLanguage = (language: Language): Language => (language === 'ar' ? 'en' : 'ar');

/** Return the text without mail and web addresses, which say nothing about its language. */
export function withoutAddresses(text: string): string {
  return text
    .split(/\s+/)
    .filter((word) => !word.includes('@') && !/^[<("']*https?:/i.test(word))
    .join(' ');
}

/**
 * Detect the language of a text by its letters. The threshold for Arabic is two letters in five, because
 * Arabic mail often contains Latin addresses, names and signatures. A text without letters counts as Arabic,
 * the centre's first language.
 */
export function languageOf(text: string): Language {
  const readable = withoutAddresses(text);
  const arabic = readable.match(/[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]/g)?.length ?? 0;
  const latin = readable.match(/[A-Za-z\u00c0-\u024f]/g)?.length ?? 0;
  return arabic * 3 >= latin * 2 ? 'ar' : 'en';
}
