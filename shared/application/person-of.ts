import type { Case } from '#shared/domain/cases/case.ts';
import { idsOf } from '#shared/domain/people/decide-person.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { Store } from '#shared/ports/store.ts';

const HOPS = 3;

/** Load the primary record of a beneficiary id: its own record, or the one it was joined to. */
export async function personOf(store: Store, id: string): Promise<Person | undefined> {
  let at = id;
  for (let hop = 0; hop < HOPS; hop += 1) {
    const person = await store.load('person', at, 0);
    if (person?.into === undefined) return person;
    at = person.into;
  }
  return undefined;
}

/** Return every id under which a beneficiary has cases. */
export async function idsOfBeneficiary(store: Store, id: string): Promise<readonly string[]> {
  const person = await personOf(store, id);
  return person ? idsOf(person) : [id];
}

/**
 * Load the newest cases of a beneficiary under several ids, newest first.
 * @param most maximum number of cases to read for each id
 */
export async function casesUnder(store: Store, ids: readonly string[], most: number): Promise<Case[]> {
  const pages = await Promise.all(ids.map((id) => store.ofBeneficiary(id, { limit: most })));
  return pages.flatMap(({ items }) => items).sort((a, b) => b.openedAt - a.openedAt);
}
