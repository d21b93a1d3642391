import { casesUnder, personOf } from '#shared/application/person-of.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { idsOf } from '#shared/domain/people/decide-person.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { Store } from '#shared/ports/store.ts';
import type { Caller } from './inbound-step.ts';

/**
 * The maximum number of newest cases read for each number and address. Callers do not have more open cases.
 */
const MOST = 10;

export interface RecognisedCaller {
  readonly person?: Person;
  readonly ids: readonly string[];
  /** Return the calls, newest first. */
  readonly cases: readonly Case[];
}

/** Return all beneficiary ids of a caller. For a withheld number, only the id of this call. */
async function idsOfCaller(
  store: Store,
  { beneficiary, phone }: Caller,
): Promise<Pick<RecognisedCaller, 'ids' | 'person'>> {
  const person = phone === undefined ? undefined : await personOf(store, beneficiary);
  return person ? { person, ids: idsOf(person) } : { ids: [beneficiary] };
}

/** Return the stored data of a caller by phone number. For a withheld number, there is none. */
export async function recogniseCaller(store: Store, caller: Caller): Promise<RecognisedCaller> {
  const { beneficiary, phone } = caller;
  if (phone === undefined) return { ids: [beneficiary], cases: [] };
  // Most callers have no person record. The cases are read in parallel, because the caller waits.
  const [identity, own] = await Promise.all([
    idsOfCaller(store, caller),
    store.ofBeneficiary(beneficiary, { limit: MOST }),
  ]);
  const others = identity.ids.filter((id) => id !== beneficiary);
  const more = others.length === 0 ? [] : await casesUnder(store, others, MOST);
  const cases = [...own.items, ...more].sort((a, b) => b.openedAt - a.openedAt);
  return { ...identity, cases };
}
