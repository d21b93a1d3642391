import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Item } from '#shared/adapters/table/item.ts';
import { wordIndex } from '#shared/adapters/table/schema.ts';
import {
  type CaseWord,
  caseWordOf,
  ENTRY,
  entryItem,
  entryKey,
  entryOf,
  type Posting,
  postingOf,
  searchPartition,
  wordItem,
  wordKey,
  wordPartition,
  wordPrefix,
  wordsOfEntry,
} from '#shared/adapters/table/search-item.ts';
import { rankHits, relevanceOf, type WordFinder } from '#shared/domain/search/relevance.ts';
import type { SearchEntry } from '#shared/domain/search/search-entry.ts';
import { rootsOf, type SearchQuery } from '#shared/domain/search/search-query.ts';
import {
  MOST_HITS,
  type SearchAnswer,
  type SearchFilter,
  type SearchIndex,
  type SearchRequest,
} from '#shared/ports/search-index.ts';
import { DynamoTable } from './dynamo-table.ts';

/** Number of positions that are read for one word of a search: about a megabyte, one request. */
const MOST_POSITIONS = 5_000;
/** Number of cases whose words are looked up one by one, because a list of positions was not read to its end. */
const MOST_LOOKED_UP = 100;
/** Number of cases whose entries are read to filter them. */
const MOST_EXAMINED = 2 * MOST_HITS;
/** Attempts to store an entry while other writers store newer ones. */
const ATTEMPTS = 5;

export interface DynamoSearchOptions {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** Number of positions that are read for one word of a search; a test has few cases. */
  readonly mostPositions?: number;
}

/** A word of a search with its positions in the index. */
interface List {
  readonly root: string;
  readonly postings: readonly Posting[];
  readonly isWhole: boolean;
}

interface Candidate {
  readonly caseRef: string;
  readonly openedAt: number;
  readonly words: readonly CaseWord[];
}

interface Rated extends Candidate {
  readonly score: number;
}

const finderIn =
  (words: readonly CaseWord[]): WordFinder =>
  (beginning) =>
    words
      .filter(({ word }) => word.startsWith(beginning))
      .map(({ word, field }) => ({ field, isWhole: word === beginning }));

const idOf = ({ word, field }: CaseWord): string => `${field} ${word}`;

/** Return the words of one list without those of another. */
const without = (words: readonly CaseWord[], others: readonly CaseWord[]): CaseWord[] => {
  const left = new Set(others.map(idOf));
  return words.filter((word) => !left.has(idOf(word)));
};

const passes = ({ facets, openedAt }: SearchEntry, { from, until, ...wanted }: SearchFilter): boolean =>
  openedAt >= (from ?? 0) &&
  openedAt < (until ?? Number.POSITIVE_INFINITY) &&
  (Object.keys(wanted) as (keyof typeof wanted)[]).every(
    (name) => wanted[name] === undefined || facets[name] === wanted[name],
  );

/**
 * The index as items of a table of its own: an item for each word of a case, in the partition of the case, and the
 * index `by-word` over them. Removing a case is removing its partition.
 */
export class DynamoSearchIndex implements SearchIndex {
  readonly #table: DynamoTable;
  readonly #mostPositions: number;

  constructor({ client, table, mostPositions = MOST_POSITIONS }: DynamoSearchOptions) {
    this.#table = new DynamoTable(client, table);
    this.#mostPositions = mostPositions;
  }

  async write(entry: SearchEntry, words: readonly string[]): Promise<void> {
    await this.#store(entry, words, false);
  }

  async replace(entry: SearchEntry, words: readonly string[]): Promise<void> {
    await this.#store(entry, words, true);
  }

  async remove(caseRef: string): Promise<void> {
    const keys = await this.#partition(caseRef);
    await this.#table.writeMany([], keys);
  }

  async find({ query, filter = {}, order = 'relevance' }: SearchRequest): Promise<SearchAnswer> {
    const lists = await Promise.all(rootsOf(query).map((root) => this.#list(root)));
    const rated = await this.#rate(query, lists);
    const ranked = rankHits(rated, order).slice(0, MOST_EXAMINED);
    const entries = await this.#table.getMany(ranked.map(({ caseRef }) => entryKey(caseRef)));
    const passing = new Set(
      entries.map(entryOf).flatMap((one) => (passes(one, filter) ? [one.caseRef] : [])),
    );
    const hits = ranked.filter(({ caseRef }) => passing.has(caseRef));
    return {
      hits: hits.slice(0, MOST_HITS).map(({ caseRef, openedAt }) => ({ caseRef, openedAt })),
      isPartial:
        lists.some(({ isWhole }) => !isWhole) || rated.length > MOST_EXAMINED || hits.length > MOST_HITS,
    };
  }

  /** Return the keys of everything about a case. */
  #partition(caseRef: string, beginning?: string): Promise<Item[]> {
    return this.#table.query({
      KeyConditionExpression: `#pk = :pk${beginning === undefined ? '' : ' AND begins_with(#sk, :beginning)'}`,
      ExpressionAttributeNames: { '#pk': 'pk', ...(beginning !== undefined && { '#sk': 'sk' }) },
      ExpressionAttributeValues: {
        ':pk': searchPartition(caseRef),
        ...(beginning !== undefined && { ':beginning': wordPrefix(beginning) }),
      },
      ConsistentRead: true,
    });
  }

  async #store(entry: SearchEntry, added: readonly string[], replaces: boolean): Promise<void> {
    const { caseRef, openedAt } = entry;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const items = await this.#partition(caseRef);
      const before = items.find(({ sk }) => sk === ENTRY);
      const stored = before && entryOf(before);
      const current = stored && stored.version > entry.version ? stored : entry;
      const present = items.flatMap((item) => caseWordOf(item) ?? []);
      const texts = [...new Set(added)].map((word) => ({ word, field: 'text' as const }));
      const kept = replaces ? [] : present.filter(({ field }) => field === 'text');
      const wanted = [...wordsOfEntry(current), ...texts, ...kept];
      const puts = without([...wanted], present).map((word) => wordItem({ ...word, caseRef, openedAt }));
      await this.#table.writeMany(puts, []);
      // Store the entry after its words: a repetition after a crash writes what is missing.
      const isCurrent =
        current === stored || (await this.#table.put(entryItem(current), { notNewerThan: current.version }));
      if (!isCurrent) continue;
      const gone = without(present, wanted).map((word) => wordKey(caseRef, word));
      await this.#table.writeMany([], gone);
      return;
    }
    throw new Error(
      `the search entry of ${caseRef} changed ${ATTEMPTS} times while it was stored; try again`,
    );
  }

  /** Return the positions of the words that begin with a word. */
  async #list(root: string): Promise<List> {
    const items = await this.#table.query(
      {
        IndexName: wordIndex.name,
        KeyConditionExpression: '#partition = :partition AND begins_with(#sort, :root)',
        ExpressionAttributeNames: { '#partition': wordIndex.partition, '#sort': wordIndex.sort },
        // A word of one letter is found only as a whole: all longer ones are in other partitions.
        ExpressionAttributeValues: { ':partition': wordPartition(root), ':root': root },
      },
      this.#mostPositions,
    );
    return { root, postings: items.map(postingOf), isWhole: items.length < this.#mostPositions };
  }

  /** Rate the cases of the lists. A case beyond the end of a list is looked up. */
  async #rate(query: SearchQuery, lists: readonly List[]): Promise<readonly Rated[]> {
    const cases = new Map<string, { openedAt: number; words: CaseWord[] }>();
    for (const { caseRef, openedAt, word, field } of lists.flatMap(({ postings }) => postings)) {
      const candidate = cases.get(caseRef) ?? { openedAt, words: [] };
      candidate.words.push({ word, field });
      cases.set(caseRef, candidate);
    }
    const candidates = [...cases].map(([caseRef, rest]) => ({ caseRef, ...rest }));
    const score = (one: Candidate): Rated => ({ ...one, score: relevanceOf(query, finderIn(one.words)) });
    const rated = candidates.map(score);
    const cut = lists.filter(({ isWhole }) => !isWhole).map(({ root }) => root);
    if (cut.length === 0) return rated.filter((one) => one.score > 0);
    const assumed = cut.map((word) => ({ word, field: 'text' as const }));
    const unsure = rated
      .filter((one) => one.score === 0)
      .filter(({ words }) => relevanceOf(query, finderIn([...words, ...assumed])) > 0)
      .sort((a, b) => b.openedAt - a.openedAt)
      .slice(0, MOST_LOOKED_UP);
    const found = await Promise.all(unsure.map((one) => this.#lookUp(one, cut)));
    return [...rated, ...found.map(score)].filter((one) => one.score > 0);
  }

  async #lookUp(candidate: Candidate, roots: readonly string[]): Promise<Candidate> {
    const items = await Promise.all(roots.map((root) => this.#partition(candidate.caseRef, root)));
    return {
      ...candidate,
      words: [...candidate.words, ...items.flat().flatMap((item) => caseWordOf(item) ?? [])],
    };
  }
}
