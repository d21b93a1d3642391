import type { Preference } from '#events/vocabulary.ts';
import type { Store } from '#shared/ports/store.ts';
import { personOf } from './person-of.ts';
import { updatePerson } from './update-person.ts';

export interface Wish {
  /** No longer wanted, or wanted again. */
  readonly do: 'opt-out' | 'opt-in';
  readonly of: readonly Preference[];
  /** Id of what caused it. */
  readonly cause: string;
  readonly at: number;
  readonly recordedAt: number;
}

/** Records on the record that counts what a beneficiary said they do, or do not, want to get. */
export async function prefer(store: Store, beneficiaryId: string, wish: Wish): Promise<void> {
  const { do: wants, of, ...trace } = wish;
  const person = await personOf(store, beneficiaryId);
  await updatePerson(store, {
    id: person?.id ?? beneficiaryId,
    command: { do: wants, of, by: 'beneficiary' },
    by: 'beneficiary',
    ...trace,
  });
}
