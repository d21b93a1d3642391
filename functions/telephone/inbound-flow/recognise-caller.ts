import { casesUnder, personOf } from '#shared/application/person-of.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import { idsOf } from '#shared/domain/people/decide-person.ts';
import type { Person } from '#shared/domain/people/person.ts';
import type { Store } from '#shared/ports/store.ts';
import type { Caller } from './step.ts';

/** The newest cases of each number and address of a caller: nobody has more open ones. */
const MOST = 10;

export interface RecognisedCaller {
  readonly person?: Person;
  readonly ids: readonly string[];
  /** Newest first. */
  readonly cases: readonly Case[];
}

/** Every id a caller's cases lie under; of a withheld number only this call's own. */
async function idsOfCaller(
  store: Store,
  { beneficiary, phone }: Caller,
): Promise<Pick<RecognisedCaller, 'ids' | 'person'>> {
  const person = phone === undefined ? undefined : await personOf(store, beneficiary);
  return person ? { person, ids: idsOf(person) } : { ids: [beneficiary] };
}

/** What the centre knows of whoever calls from a number; of a withheld number nothing. */
export async function recogniseCaller(store: Store, caller: Caller): Promise<RecognisedCaller> {
  const { beneficiary, phone } = caller;
  if (phone === undefined) return { ids: [beneficiary], cases: [] };
  // Most have no record: their cases are read at the same time, because somebody waits.
  const [identity, own] = await Promise.all([
    idsOfCaller(store, caller),
    store.ofBeneficiary(beneficiary, { limit: MOST }),
  ]);
  const others = identity.ids.filter((id) => id !== beneficiary);
  const more = others.length === 0 ? [] : await casesUnder(store, others, MOST);
  const cases = [...own.items, ...more].sort((a, b) => b.openedAt - a.openedAt);
  return { ...identity, cases };
}
