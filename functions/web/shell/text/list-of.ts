import type { Language } from '#events/vocabulary.ts';

const FORMATS = {
  ar: new Intl.ListFormat('ar', { type: 'unit', style: 'long' }),
  en: new Intl.ListFormat('en', { type: 'unit', style: 'long' }),
} satisfies Record<Language, Intl.ListFormat>;

/** Join names as a person of the language lists them. */
export const listOf = (names: readonly string[], language: Language): string =>
  FORMATS[language].format(names);
