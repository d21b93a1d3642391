import { languageOfVoice } from '../blocks/voices.ts';
import type { Spoken } from './call-types.ts';

const LANG = /<lang\s+xml:lang=(?:"([^"]*)"|'([^']*)')\s*>([\s\S]*?)<\/lang>/g;

const withoutEntities = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

const BLEEP = /<say-as\s+interpret-as=["']expletive["']\s*>[^<]*<\/say-as>/g;

/** Return SSML without its tags, as a person would hear it. A bleep becomes a note. */
export const plainText = (ssml: string): string =>
  withoutEntities(ssml.replace(BLEEP, '♪').replace(/<[^<>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

/** Split an SSML text into utterances, one for each run of one language. */
export function utterances(ssml: string, voice: string, block: string): Spoken[] {
  const own = languageOfVoice(voice);
  const spoken: Spoken[] = [];
  const add = (part: string, language: Spoken['language']): void => {
    const text = plainText(part);
    if (text !== '') spoken.push({ text, language, voice, block, ssml });
  };
  let at = 0;
  for (const match of ssml.matchAll(LANG)) {
    add(ssml.slice(at, match.index), own);
    add(match[3] ?? '', (match[1] ?? match[2] ?? '').startsWith('ar') ? 'ar' : 'en');
    at = match.index + match[0].length;
  }
  add(ssml.slice(at), own);
  return spoken;
}

/** Convert plain text, or SSML given as text, to utterances. */
export const speak = (text: string, voice: string, block: string): Spoken[] =>
  text.trimStart().startsWith('<speak')
    ? utterances(text, voice, block)
    : [{ text, language: languageOfVoice(voice), voice, block }];
