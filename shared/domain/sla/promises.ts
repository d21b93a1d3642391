import type { Fact } from './timeline.ts';

/** Something owed by the centre or a department, from when it was said until it was kept or taken back. */
export interface Undertaking {
  readonly from: number;
  /** The instant named for it, or null: the policy's target holds. */
  readonly dueAt: number | null;
  readonly end: number | null;
  readonly withdrawn: boolean;
}

/**
 * Follow-up promises in the order they were made. The next contact with the beneficiary keeps the open one, a
 * newer promise replaces it, and an end of the case without contact (any final status but `resolved`) withdraws it.
 */
export function promisesOf(facts: readonly Fact[], finalStatuses: readonly string[]): readonly Undertaking[] {
  const promises: Undertaking[] = [];
  const end = (at: number, withdrawn: boolean) => {
    const open = promises.at(-1);
    if (open?.end === null) promises[promises.length - 1] = { ...open, end: at, withdrawn };
  };
  for (const fact of facts) {
    const { at, type } = fact;
    const status = type === 'status' ? fact.status : type;
    if (type === 'promised') {
      end(at, true);
      promises.push({ from: at, dueAt: fact.dueAt, end: null, withdrawn: false });
    } else if (type === 'promise-withdrawn') end(at, true);
    else if (type === 'agent-contact' || type === 'first-response' || status === 'resolved') end(at, false);
    else if (finalStatuses.includes(status)) end(at, true);
  }
  return promises;
}
