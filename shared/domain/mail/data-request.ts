import { normaliseArabic } from '#shared/domain/text/normalise-arabic.ts';
import { DATA_REQUEST_WORDS, type DataRequestKind } from './data/data-request-words.ts';

const KINDS = ['erase', 'correct', 'copy'] as const satisfies readonly DataRequestKind[];

const anyOf = (words: readonly string[]): RegExp => new RegExp(words.join('|'), 'u');

const mapOf = (list: 'wants' | 'named'): Readonly<Record<DataRequestKind, RegExp>> => {
  const { copy, correct, erase } = DATA_REQUEST_WORDS[list];
  return { copy: anyOf(copy), correct: anyOf(correct), erase: anyOf(erase) };
};

const DATA = anyOf(DATA_REQUEST_WORDS.data);
const OTHERS = anyOf(DATA_REQUEST_WORDS.others);
const WANTS = mapOf('wants');
const NAMED = mapOf('named');
/** A mail that asks for a copy and an erasure asks for the copy first: erased data cannot be copied. */
const COPY = /نسخه|\bcop(?:y|ies)\b/u;

/** Letters about rights are short, or begin with the wish. */
const LONGEST = 4000;

export interface DataRequest {
  readonly kind: DataRequestKind;
  /** The words that show it. */
  readonly words: string;
}

/** Return the wish of one sentence. */
function wishOf(sentence: string): DataRequest | undefined {
  for (const kind of KINDS) {
    const named = NAMED[kind].exec(sentence);
    if (named) return { kind, words: named[0] };
  }
  const data = DATA.exec(sentence);
  if (!data || OTHERS.test(sentence)) return undefined;
  const copy = COPY.exec(sentence);
  if (copy) return { kind: 'copy', words: `${copy[0]} … ${data[0]}` };
  for (const kind of KINDS) {
    const wanted = WANTS[kind].exec(sentence);
    if (wanted) return { kind, words: `${wanted[0]} … ${data[0]}` };
  }
  return undefined;
}

/**
 * Return what a mail asks about the personal data of its writer: a copy, a correction or an erasure. A sentence
 * about a service that fails, about a document, or about a procedure is not counted.
 */
export function dataRequestOf(subject: string, text: string): DataRequest | undefined {
  const sentences = `${subject}\n${text.slice(0, LONGEST)}`.split(/[\n.!؟?؛;]+/u).map(normaliseArabic);
  const wishes = sentences.flatMap((sentence) => wishOf(sentence) ?? []);
  return wishes.find(({ kind }) => kind === 'copy') ?? wishes[0];
}
