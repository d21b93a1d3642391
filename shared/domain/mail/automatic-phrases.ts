import { AUTOMATIC_WORDS, type AutomaticWords } from './data/automatic-words.ts';
import { ASIAN_AUTOMATIC_WORDS } from './data/automatic-words-asia.ts';
import { MORE_AUTOMATIC_WORDS } from './data/automatic-words-more.ts';
import { phraseKey } from './data/word-list.ts';
import { phraseFinder } from './phrase-finder.ts';

type Words = Exclude<keyof AutomaticWords, 'language' | 'source'>;

const LISTS = [...AUTOMATIC_WORDS, ...MORE_AUTOMATIC_WORDS, ...ASIAN_AUTOMATIC_WORDS];

/** Every phrase of a kind, in all languages. */
export const automaticPhrases = (kind: Words): readonly string[] => [
  ...new Set(LISTS.flatMap((one) => one[kind])),
];

/** Return the kinds of the phrases of automatic replies in a text, given as {@link phraseKey} makes it. */
export const kindsIn = phraseFinder({
  absent: automaticPhrases('absent'),
  received: automaticPhrases('received'),
  until: automaticPhrases('until'),
  machine: automaticPhrases('machine'),
  courtesy: automaticPhrases('courtesy'),
  matter: automaticPhrases('matters'),
});

/** A receipt or an absence is told at the beginning of a text. */
const LONGEST = 2_000;

/** Return true when the text of a machine reports an absence. */
export const mentionsAbsence = (text: string): boolean =>
  kindsIn(phraseKey(text.slice(0, LONGEST))).has('absent');

/** Return true when the text of a machine confirms a receipt: a help desk, not an absence. */
export const confirmsReceipt = (text: string): boolean =>
  kindsIn(phraseKey(text.slice(0, LONGEST))).has('received');
