import { compareText } from '#shared/domain/text/compare-text.ts';
import type { SearchQuery, SearchTerm } from './search-query.ts';

/** The place of a word in a case: an identifier, the beneficiary's name, the subject, or a message. */
export const SEARCH_FIELDS = ['number', 'name', 'subject', 'text'] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];

/** Where a case has a word that begins with a word of a search, and whether it is the same word. */
interface FoundWord {
  readonly field: SearchField;
  readonly isWhole: boolean;
}

const WEIGHTS: Readonly<Record<SearchField, number>> = { number: 16, name: 8, subject: 6, text: 2 };
/** A longer word counts half. Many words begin with two letters: there the word itself, anywhere, counts more. */
const beginningOf = (word: string): number => ([...word].length > 2 ? 0.5 : 0.2);

/** Return the words of a case that begin with a word of a search. */
export type WordFinder = (beginning: string) => readonly FoundWord[];

/** Words of one letter are found as whole words only. */
export const findsByBeginning = (word: string): boolean => [...word].length > 1;

const scoreOfWord = (word: string, find: WordFinder): number =>
  Math.max(
    0,
    ...find(word)
      .filter(({ isWhole }) => isWhole || findsByBeginning(word))
      .map(({ field, isWhole }) => WEIGHTS[field] * (isWhole ? 1 : beginningOf(word))),
  );

/** The best alternative counts; of words that must be together, the weakest. */
const scoreOfTerm = (term: SearchTerm, find: WordFinder): number =>
  Math.max(0, ...term.map((together) => Math.min(...together.map((word) => scoreOfWord(word, find)))));

/** Rate how well a case answers a search. Return 0 when a term is missing. */
export function relevanceOf({ terms }: SearchQuery, find: WordFinder): number {
  const scores = terms.map((term) => scoreOfTerm(term, find));
  if (scores.length === 0 || scores.includes(0)) return 0;
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

/** Best answers first, the newer of two equal ones first; or the newest case first. */
export const SEARCH_ORDERS = ['relevance', 'time'] as const;
export type SearchOrder = (typeof SEARCH_ORDERS)[number];

interface RatedCase {
  readonly caseRef: string;
  readonly openedAt: number;
  readonly score: number;
}

/** Order the cases that answer a search. Leave out those with the score 0. */
export const rankHits = (cases: readonly RatedCase[], order: SearchOrder): RatedCase[] =>
  cases
    .filter(({ score }) => score > 0)
    .sort(
      (a, b) =>
        (order === 'relevance' ? b.score - a.score : 0) ||
        b.openedAt - a.openedAt ||
        compareText(a.caseRef, b.caseRef),
    );
