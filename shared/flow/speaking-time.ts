import type { PromptLanguage } from './blocks/block.ts';

/**
 * The speed of the voices: words per minute at the normal rate of Polly, at the slow end of narrators and
 * announcers (140–160 in either language). A symbol that is spoken alone, a digit or the name of a letter,
 * takes longer; so does a pause.
 */
const WORDS_PER_MINUTE = { ar: 135, en: 150 } as const;
const SYMBOL_SECONDS = 0.55;
const PAUSE_SECONDS = { short: 0.25, long: 0.5 } as const;

/** A digit or the name of a letter between separators: part of a reference or a number. */
const SYMBOLS = /(?<=^|[\s،؛;,:])(?:\p{Nd}|[A-Z]|إيه|إف|إتش|كي|إم|آر|تي|واي)(?=$|[\s،؛;,.])/gu;

/** Return the seconds that a voice needs for a text. */
export function secondsOf(text: string, language: PromptLanguage): number {
  const symbols = text.match(SYMBOLS)?.length ?? 0;
  const rest = text.replace(SYMBOLS, ' ');
  const numbers = rest.match(/\p{Nd}+/gu) ?? [];
  const wordCount = rest.match(/\p{L}[\p{L}\p{M}’'-]*/gu)?.length ?? 0;
  const short = rest.match(/[،,؛;:]/gu)?.length ?? 0;
  const long = rest.match(/[.؟?!]/gu)?.length ?? 0;
  // A number of several digits is spoken as two or three words.
  const spokenCount = wordCount + numbers.length * 2.5;
  return (
    (spokenCount * 60) / WORDS_PER_MINUTE[language] +
    symbols * SYMBOL_SECONDS +
    Math.max(0, short - symbols) * PAUSE_SECONDS.short +
    long * PAUSE_SECONDS.long
  );
}
