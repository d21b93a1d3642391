import type { PromptLanguage } from './block.ts';

export interface Voice {
  readonly name: string;
  /** As the console writes it. */
  readonly engine: 'Neural' | 'Standard';
  /** Language tag of the speech, as listed by Polly. */
  readonly tag: string;
}

/**
 * The voice of each language. Hala is Polly's Gulf Arabic neural voice and also speaks English, so the
 * question about the language can be spoken in both. Source: Polly developer guide, "Available voices".
 */
export const voices: Readonly<Record<PromptLanguage, Voice>> = {
  ar: { name: 'Hala', engine: 'Neural', tag: 'ar-AE' },
  en: { name: 'Joanna', engine: 'Neural', tag: 'en-US' },
};

const ARABIC_VOICES: ReadonlySet<string> = new Set(['Hala', 'Zayd', 'Zeina']);

/** Return the default language of a Polly voice. */
export const languageOfVoice = (voice: string): PromptLanguage => (ARABIC_VOICES.has(voice) ? 'ar' : 'en');
