import type { Call } from '#shared/domain/call/call.ts';
import { type CallFacts, decideCall } from '#shared/domain/call/decide-call.ts';
import type { TelephoneRules } from '#shared/domain/rules.ts';
import type { Store } from '#shared/ports/store.ts';
import { changeHead } from './change-head.ts';

export interface CallRequest {
  /** Connect's initial contact id: a call is one record under it. */
  readonly id: string;
  readonly cause: string;
  /** When the source said so. */
  readonly at: number;
  readonly recordedAt: number;
  readonly facts: CallFacts | readonly CallFacts[];
  /** Given by the call's timer alone: the end is announced when all is in. */
  readonly announcing?: TelephoneRules;
}

/** Writes down what a source tells of a call; what is known already is not written again. Throws when the store fails. */
export async function executeCall(
  store: Store,
  { id, cause, at, recordedAt, facts, announcing }: CallRequest,
): Promise<{ readonly outcome: 'committed' | 'duplicate'; readonly call: Call }> {
  let known: Call | undefined;
  const done = await changeHead(
    store,
    { kind: 'call', id, cause, by: 'rida', at, recordedAt, correlationId: id },
    (before) => {
      known = before;
      const decided = decideCall(id, before, { facts, at, now: recordedAt, announcing });
      return decided && { head: decided.call, events: decided.events };
    },
  );
  if ('head' in done) return { outcome: done.outcome, call: done.head };
  if (known === undefined) throw new Error(`nothing was told of call ${id}`);
  return { outcome: 'duplicate', call: known };
}
