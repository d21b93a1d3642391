import type { Fact } from './timeline.ts';

/** An obligation of the centre or a department, from its start until it was fulfilled or withdrawn. */
export interface Undertaking {
  readonly from: number;
  /** Its own due instant. Null means that the policy's target applies. */
  readonly dueAt: number | null;
  readonly end: number | null;
  readonly withdrawn: boolean;
}

/**
 * Return the follow-up promises in the order in which they were made. The next contact with the beneficiary
 * fulfils the open one, a newer promise replaces it, and any final status except `resolved` withdraws it.
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
