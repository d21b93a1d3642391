import type { TelephoneRules } from '#shared/domain/rules.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import { type CallFacts, decideCall } from '#shared/domain/telephone/decide-call.ts';
import type { Store } from '#shared/ports/store.ts';
import { updateAggregate } from '../update-aggregate.ts';

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
export async function updateCall(
  store: Store,
  { id, cause, at, recordedAt, facts, announcing }: CallRequest,
): Promise<{ readonly outcome: 'committed' | 'duplicate'; readonly call: Call }> {
  let storedCall: Call | undefined;
  const done = await updateAggregate(
    store,
    { kind: 'call', id, cause, by: 'rida', at, recordedAt, correlationId: id },
    (before) => {
      storedCall = before;
      const decided = decideCall(id, before, { facts, at, now: recordedAt, announcing });
      return decided && { state: decided.call, events: decided.events };
    },
  );
  if ('state' in done) return { outcome: done.outcome, call: done.state };
  if (storedCall === undefined) throw new Error(`nothing was told of call ${id}`);
  return { outcome: 'duplicate', call: storedCall };
}
