import type { Preference } from '#events/vocabulary.ts';
import type { Store } from '#shared/ports/store.ts';
import { executePerson } from './execute-person.ts';
import { personOf } from './person-of.ts';

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
  const known = await personOf(store, beneficiaryId);
  await executePerson(store, {
    id: known?.id ?? beneficiaryId,
    command: { do: wants, of, by: 'beneficiary' },
    by: 'beneficiary',
    ...trace,
  });
}
