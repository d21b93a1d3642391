import type { Language } from '#events/vocabulary.ts';

/** One text in each language of the centre. */
export type Bilingual = Readonly<Record<Language, string>>;
