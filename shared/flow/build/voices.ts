import type { Language } from './block.ts';

export interface Voice {
  readonly name: string;
  readonly engine: 'neural' | 'standard';
  /** Language tag of the speech, as Polly lists the voice. */
  readonly tag: string;
}

/**
 * The voice of each language. Hala is Polly's Gulf Arabic neural voice, which also speaks English, so that
 * the question about the language can be put in both. Source: Polly developer guide, "Available voices".
 */
export const voices: Readonly<Record<Language, Voice>> = {
  ar: { name: 'Hala', engine: 'neural', tag: 'ar-AE' },
  en: { name: 'Joanna', engine: 'neural', tag: 'en-US' },
};

const ARABIC_VOICES: ReadonlySet<string> = new Set(['Hala', 'Zayd', 'Zeina']);

/** The language in which a Polly voice speaks what is not marked otherwise. */
export const languageOfVoice = (voice: string): Language => (ARABIC_VOICES.has(voice) ? 'ar' : 'en');
