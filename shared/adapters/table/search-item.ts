import * as z from 'zod';
import { caseType, channel } from '#events/vocabulary.ts';
import { SEARCH_FIELDS, type SearchField } from '#shared/domain/search/relevance.ts';
import { SEARCH_STATES, type SearchEntry } from '#shared/domain/search/search-entry.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import type { Item, Key } from './item.ts';
import { partitionOf } from './keys.ts';
import { wordIndex } from './schema.ts';

/** Sort key of the entry of a case. Its words are in the same partition. */
export const ENTRY = 'entry';
const WORD = 'word#';
const BETWEEN = '#';

/** A word of a case at a place. */
export interface CaseWord {
  readonly word: string;
  readonly field: SearchField;
}

/** A word in the index, with its case. */
export interface Posting extends CaseWord {
  readonly caseRef: string;
  readonly openedAt: number;
}

/** The number of letters that all words of one partition of the index share. */
const SHARED_LETTERS = 2;
/** Instants are counted back from here, so that newer cases are sorted first. */
const LAST_INSTANT = 9_999_999_999_999;
const DIGITS = String(LAST_INSTANT).length;

/** The partition of the search table with everything about a case. */
export const searchPartition = (caseRef: string): string => partitionOf('case', caseRef);

export const entryKey = (caseRef: string): Key => ({ pk: searchPartition(caseRef), sk: ENTRY });

/** The beginning of the sort keys of the words of a case that begin with a word. */
export const wordPrefix = (beginning: string): string => `${WORD}${beginning}`;

/** The partition of the index with the words that begin with a word of at least two letters. */
export const wordPartition = (word: string): string =>
  `${WORD}${[...word].slice(0, SHARED_LETTERS).join('')}`;

export const wordKey = (caseRef: string, { word, field }: CaseWord): Key => ({
  pk: searchPartition(caseRef),
  sk: `${wordPrefix(word)}${BETWEEN}${field}`,
});

/** The item of a word of a case. In the index, the best places are sorted first, and of each the newest cases. */
export function wordItem(posting: Posting): Item {
  const { word, field, caseRef, openedAt } = posting;
  const place = SEARCH_FIELDS.indexOf(field);
  const age = String(LAST_INSTANT - openedAt).padStart(DIGITS, '0');
  return {
    ...wordKey(caseRef, posting),
    [wordIndex.partition]: wordPartition(word),
    [wordIndex.sort]: [word, place, age, caseRef].join(BETWEEN),
  };
}

const damaged = (text: string): StoreError =>
  new StoreError('damaged', `the search table has an item that cannot be read: ${text}`);

/** Read a position of the index. */
export function postingOf(item: Item): Posting {
  const [word = '', place = '', age = '', caseRef = ''] = String(item[wordIndex.sort]).split(BETWEEN);
  const field = SEARCH_FIELDS[Number(place)];
  if (field === undefined || caseRef === '') throw damaged('a position of the index');
  return { word, field, caseRef, openedAt: LAST_INSTANT - Number(age) };
}

/** Read the sort key of a word. Return undefined for that of an entry. */
export function caseWordOf({ sk }: Key): CaseWord | undefined {
  if (!sk.startsWith(WORD)) return undefined;
  const [word = '', name] = sk.slice(WORD.length).split(BETWEEN);
  const field = SEARCH_FIELDS.find((one) => one === name);
  if (field === undefined) throw damaged('a word');
  return { word, field };
}

const words = z.array(z.string());
const stored = z.object({
  version: z.int(),
  openedAt: z.number(),
  facets: z.object({
    state: z.enum(SEARCH_STATES),
    type: caseType,
    department: z.string(),
    category: z.string(),
    channel,
  }),
  numbers: words,
  names: words,
  subject: words,
});

/** The item of the entry of a case. */
export const entryItem = ({ caseRef, ...entry }: SearchEntry): Item => ({ ...entryKey(caseRef), ...entry });

/** Read the item of an entry. */
export function entryOf(item: Item): SearchEntry {
  const read = stored.safeParse(item);
  if (!read.success) throw damaged('an entry');
  return { caseRef: item.pk.slice(searchPartition('').length), ...read.data };
}

/** Return the words of an entry with their places, each once. */
export const wordsOfEntry = ({ numbers, names, subject }: SearchEntry): CaseWord[] => [
  ...[...new Set(numbers)].map((word) => ({ word, field: 'number' as const })),
  ...[...new Set(names)].map((word) => ({ word, field: 'name' as const })),
  ...[...new Set(subject)].map((word) => ({ word, field: 'subject' as const })),
];
