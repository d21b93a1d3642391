import type { Preference } from '#events/vocabulary.ts';
import type { Store } from '#shared/ports/store.ts';
import { personOf } from './person-of.ts';
import { updatePerson } from './update-person.ts';

export interface Wish {
  /** Opt out, or opt in again. */
  readonly do: 'opt-out' | 'opt-in';
  readonly of: readonly Preference[];
  /** Id of the cause. */
  readonly cause: string;
  readonly at: number;
  readonly recordedAt: number;
}

/** Record a beneficiary's opt-outs on their primary record. */
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
