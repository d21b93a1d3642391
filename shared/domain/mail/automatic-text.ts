import { kindsIn } from './automatic-phrases.ts';
import { classify } from './classify.ts';
import { WISH_WORDS } from './data/wish-words.ts';
import { phraseKey } from './data/word-list.ts';

/** Automatic replies are short. A longer text is of a person. */
const LONGEST = 2_000;
const MOST_SENTENCES = 40;
/** A name, a title or a telephone number has fewer words than a sentence. */
const SENTENCE_WORDS = 4;
/** Between commas, a shorter clause is a title or belongs to the next one. */
const CLAUSE_WORDS = 6;
/** An absence with so many words and no other sign contains something else. */
const LONG_ABSENCE_WORDS = 16;
/** Letters for one word in scripts without spaces. */
const LETTERS_A_WORD = 3;
/** The absence is one of the first sentences. */
const FIRST_SENTENCES = 4;
const WRAPPED_LINE = 45;

type Kind = 'absent' | 'received' | 'until' | 'machine' | 'courtesy' | 'matter' | 'short' | 'other';

const WISHES = WISH_WORDS.map(
  ({ openers, ofPrograms }) =>
    new RegExp(`(?<!\\p{L})(?:${openers.join('|')}) (?!${ofPrograms.join('|')})\\p{L}`, 'u'),
);
/** A wish that only the centre can fulfil: `please postpone the visit`, «أرجو تأجيل الموعد». */
const isWish = (sentence: string): boolean => WISHES.some((wish) => wish.test(sentence));

/** The kinds of sentences with a content. */
const TELLING: readonly Kind[] = ['absent', 'received', 'until', 'matter', 'other'];

/** Join the lines of a paragraph that a mail program wrapped. */
function unwrapped(text: string): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const last = lines.at(-1) ?? '';
    const continues = last.length >= WRAPPED_LINE && !/[.!?؟。।:]\s*$/u.test(last) && line.trim() !== '';
    if (continues) lines[lines.length - 1] = `${last} ${line}`;
    else lines.push(line);
  }
  return lines.join('\n');
}

const sentencesOf = (text: string): string[] =>
  unwrapped(text.slice(0, LONGEST))
    .split(/(?<=[.!?؟])\s+|[。।！\n]+/u)
    .map(phraseKey)
    .filter((sentence) => /\p{L}/u.test(sentence))
    .slice(0, MOST_SENTENCES);

function wordsOf(sentence: string): number {
  const spaced = sentence.split(/[\s,،:;/|]+/).filter((word) => /\p{L}/u.test(word));
  const unspaced = sentence.match(/[\u3040-\u30ff\u3400-\u9fff]/g)?.length ?? 0;
  return Math.max(spaced.length, Math.floor(unspaced / LETTERS_A_WORD));
}

/** The kinds of a sentence. A clause of its own beside an absence counts as another content. */
function kindsOf(sentence: string): ReadonlySet<Kind> {
  const found = kindsIn(sentence);
  if (found.size === 0) return new Set([wordsOf(sentence) < SENTENCE_WORDS ? 'short' : 'other']);
  const clauses = sentence.split(/[,،;؛，]| - | but | لكن /u);
  const isLong = found.size === 1 && found.has('absent') && wordsOf(sentence) >= LONG_ABSENCE_WORDS;
  const isOther =
    isLong || clauses.some((clause) => wordsOf(clause) >= CLAUSE_WORDS && kindsIn(clause).size === 0);
  return isOther ? new Set<Kind>([...found, 'other']) : found;
}

/** The kinds of sentences in a text. */
export interface AutomaticText {
  /** The author says that they are absent, in one of the first sentences. */
  readonly absent: boolean;
  /** The absence is the first content of the text, besides courtesies and a confirmation. */
  readonly absentFirst: boolean;
  readonly received: boolean;
  readonly until: boolean;
  readonly machine: boolean;
  /** A greeting or thanks opens the text. */
  readonly courteous: boolean;
  /** Number of sentences with a content of their own. */
  readonly others: number;
  /** Whether a sentence has the words of a person: their matter, their street, an answer that they got. */
  readonly personal: boolean;
  /** Whether one of them is about a matter for the centre, or the author asks or wishes something. */
  asks(): boolean;
  /** Whether the text has no sentence at all. */
  readonly isEmpty: boolean;
}

/** Return the sentences above a company's disclaimer: the sentences of a program end the notice of an absence. */
function withoutFooter(sentences: readonly string[]): readonly string[] {
  const kinds = sentences.map(kindsOf);
  const absence = kinds.findIndex((one) => one.has('absent'));
  const note = kinds.findIndex((one, at) => at > absence && one.has('machine'));
  if (absence < 0 || absence >= FIRST_SENTENCES || note < 0) return sentences;
  const last = kinds.findLastIndex((one) => one.has('machine'));
  return sentences.slice(0, last + 1).filter((_, at) => at <= note || kinds[at]?.has('machine'));
}

/** Describe a text by the phrases of automatic replies in its sentences. */
export function automaticText(text: string): AutomaticText {
  const whole = sentencesOf(text);
  const sentences = withoutFooter(whole);
  const hasFooter = sentences.length < whole.length;
  const kinds = sentences.map(kindsOf);
  const has = (kind: Kind): boolean => kinds.some((one) => one.has(kind));
  const others = sentences.filter((_, at) => kinds[at]?.has('other'));
  const telling = kinds.filter((one) => TELLING.some((kind) => one.has(kind)));
  return {
    absent: telling.slice(0, FIRST_SENTENCES).some((one) => one.has('absent')),
    absentFirst: telling.find((one) => !one.has('received'))?.has('absent') === true,
    received: has('received'),
    until: has('until'),
    machine: has('machine'),
    courteous: kinds[0]?.has('courtesy') === true,
    others: others.length + (text.length > LONGEST && !hasFooter ? 2 : 0),
    personal: has('matter'),
    asks: () =>
      /[?؟]/.test(hasFooter ? sentences.join(' ') : text) ||
      has('matter') ||
      sentences.some(isWish) ||
      sentences.some((sentence) => classify('', sentence).confident),
    isEmpty: kinds.every((one) => one.has('short')),
  };
}

/**
 * Return true when a text alone is an absence notice: the absence first, and besides when or by whom the answer comes,
 * nothing else. A person who mentions a holiday also says something else.
 */
export const isAbsenceText = ({ absentFirst, machine, others, asks }: AutomaticText): boolean =>
  absentFirst && others <= (machine ? 1 : 0) && !asks();
