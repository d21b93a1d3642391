import type { Call } from '#shared/domain/call/call.ts';
import { type CallFacts, decideCall } from '#shared/domain/call/decide-call.ts';
import type { Store } from '#shared/ports/store.ts';
import { changeHead } from './change-head.ts';

export interface CallRequest {
  /** Connect's contact id. */
  readonly id: string;
  readonly cause: string;
  readonly at: number;
  readonly recordedAt: number;
  readonly facts: CallFacts;
}

/** Writes down what a source tells of a call; the same telling commits once. Throws when the store fails. */
export async function executeCall(
  store: Store,
  { id, cause, at, recordedAt, facts }: CallRequest,
): Promise<{ readonly outcome: 'committed' | 'duplicate'; readonly call: Call }> {
  const done = await changeHead(
    store,
    { kind: 'call', id, cause, by: 'rida', at, recordedAt, correlationId: id },
    (before) => {
      const { call: head, events } = decideCall(id, before, facts, recordedAt);
      return { head, events };
    },
  );
  // What is told of a call is never refused, and always changes at least what is known to have been told.
  if (!('head' in done)) throw new Error(`call ${id} was not written`);
  return { outcome: done.outcome, call: done.head };
}
