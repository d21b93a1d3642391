import { beneficiaryId, type EmailOrPhone } from '#shared/application/beneficiary-id.ts';
import { casesUnder, idsOfBeneficiary } from '#shared/application/person-of.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { maskedCase } from '#shared/domain/cases/masked-case.ts';
import { parseReference } from '#shared/domain/cases/reference.ts';
import type { Hidden } from '#shared/domain/people/mask.ts';
import { relevanceOf, type SearchOrder } from '#shared/domain/search/relevance.ts';
import { searchEntryOf, wordFinder } from '#shared/domain/search/search-entry.ts';
import { type SearchQuery, searchQueries } from '#shared/domain/search/search-query.ts';
import type { Keys } from '#shared/ports/outside.ts';
import {
  MOST_HITS,
  type SearchAnswer,
  type SearchFilter,
  type SearchHit,
  type SearchIndex,
} from '#shared/ports/search-index.ts';
import type { Store } from '#shared/ports/store.ts';

export interface SearchCasesDeps {
  readonly store: Store;
  readonly keys: Keys;
  readonly search: Pick<SearchIndex, 'find'>;
  /** Parse a typed mail address or telephone number. */
  readonly contactFrom: (text: string) => EmailOrPhone | undefined;
}

interface SearchCasesRequest {
  readonly text: string;
  readonly filter: SearchFilter;
  readonly order: SearchOrder;
  /** The personal data that the reader does not see. The search does not find by it. */
  readonly hidden: Hidden;
}

export interface FoundCases {
  readonly hits: readonly SearchHit[];
  readonly isPartial: boolean;
  /** The only case of an identifier. */
  readonly only?: string;
}

const MOST_OF_A_PERSON = 50;

/**
 * Find the cases of a reference, an address or a number in the store: also those that the index does not have yet, and
 * those of the other addresses of the same person.
 */
async function casesOf(deps: SearchCasesDeps, identifier: string, hidden: Hidden): Promise<readonly Case[]> {
  const { store, keys, contactFrom } = deps;
  const reference = parseReference(identifier);
  const supportCase = reference && (await store.load('case', reference));
  if (supportCase) return [supportCase];
  const contact = contactFrom(identifier);
  if (!contact || hidden.has('email' in contact ? 'email' : 'phone')) return [];
  const ids = await idsOfBeneficiary(store, await beneficiaryId(keys, contact));
  return (await casesUnder(store, ids, MOST_OF_A_PERSON)).slice(0, MOST_OF_A_PERSON);
}

/** Return whether a case passes a filter. */
function passes(
  supportCase: Case,
  { from = 0, until = Number.POSITIVE_INFINITY, ...facets }: SearchFilter,
): boolean {
  const own = searchEntryOf(supportCase).facets;
  const names = Object.keys(facets) as (keyof typeof facets)[];
  return (
    supportCase.openedAt >= from &&
    supportCase.openedAt < until &&
    names.every((name) => facets[name] === undefined || facets[name] === own[name])
  );
}

/** Hits that are examined for a reader who does not see all personal data. */
const MOST_EXAMINED = 200;

/**
 * Keep the hits that a reader may find: by the reference, the subject, the place and the service, as the reader sees
 * them. Texts of messages, outcomes and comments do not count, because people write names and numbers in them.
 */
async function foundByVisible(
  { store }: SearchCasesDeps,
  query: SearchQuery,
  { hits, isPartial }: SearchAnswer,
  hidden: Hidden,
): Promise<SearchAnswer> {
  const examined = hits.slice(0, MOST_EXAMINED);
  const cases = await Promise.all(examined.map(({ caseRef }) => store.load('case', caseRef, 0)));
  const isFound = (one: Case | undefined): boolean =>
    one !== undefined && relevanceOf(query, wordFinder(maskedCase(one, hidden))) > 0;
  return {
    hits: examined.filter((_, at) => isFound(cases[at])),
    isPartial: isPartial || hits.length > MOST_EXAMINED,
  };
}

/** Find cases by typed or pasted text. */
export async function searchCases(
  deps: SearchCasesDeps,
  { text, filter, order, hidden }: SearchCasesRequest,
): Promise<FoundCases> {
  for (const query of searchQueries(text)) {
    const direct = (await Promise.all((query.identifiers ?? []).map((one) => casesOf(deps, one, hidden))))
      .flat()
      .filter((supportCase) => passes(supportCase, filter))
      .map(({ id, openedAt }) => ({ caseRef: id as string, openedAt }));
    const found = await deps.search.find({ query, filter, order });
    const { hits, isPartial } = hidden.size === 0 ? found : await foundByVisible(deps, query, found, hidden);
    const all = [...new Map([...direct, ...hits].map((hit) => [hit.caseRef, hit])).values()];
    if (all.length === 0) continue;
    if (order === 'time') all.sort((a, b) => b.openedAt - a.openedAt);
    const [only] = all.length === 1 ? direct : [];
    return { hits: all.slice(0, MOST_HITS), isPartial, ...(only && { only: only.caseRef }) };
  }
  return { hits: [], isPartial: false };
}
