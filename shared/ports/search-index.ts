import type { SearchOrder } from '#shared/domain/search/relevance.ts';
import type { SearchEntry, SearchFacets } from '#shared/domain/search/search-entry.ts';
import type { SearchQuery } from '#shared/domain/search/search-query.ts';

/** The values that a result may have. A missing one allows all. */
export type SearchFilter = { readonly [K in keyof SearchFacets]?: SearchFacets[K] } & {
  /** Opened at or after this instant, and before `until`; epoch milliseconds. */
  readonly from?: number;
  readonly until?: number;
};

export interface SearchRequest {
  readonly query: SearchQuery;
  readonly filter?: SearchFilter;
  readonly order?: SearchOrder;
}

/** The number of hits that an answer has at most. */
export const MOST_HITS = 500;

/** A case that answers a search. */
export interface SearchHit {
  readonly caseRef: string;
  readonly openedAt: number;
}

export interface SearchAnswer {
  /** Cases in the requested order. */
  readonly hits: readonly SearchHit[];
  /** More cases may answer the search than were examined. */
  readonly isPartial: boolean;
}

/**
 * The index of all cases by their words. It holds nothing that the store and the blobs do not hold, and can be built
 * again from them.
 */
export interface SearchIndex {
  /**
   * Store the entry of a case unless the stored one is newer, and add words of its messages. May be repeated. Words
   * are only added: `replace` removes them.
   */
  write(entry: SearchEntry, words: readonly string[]): Promise<void>;
  /** Store the entry of a case with exactly these words. */
  replace(entry: SearchEntry, words: readonly string[]): Promise<void>;
  /** Remove a case with all its words permanently. */
  remove(caseRef: string): Promise<void>;
  find(request: SearchRequest): Promise<SearchAnswer>;
}
