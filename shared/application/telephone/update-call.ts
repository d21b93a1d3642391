import type { TelephoneRules } from '#shared/domain/rules.ts';
import type { Call } from '#shared/domain/telephone/call.ts';
import { type CallFacts, decideCall } from '#shared/domain/telephone/decide-call.ts';
import type { Store } from '#shared/ports/store.ts';
import { updateAggregate } from '../update-aggregate.ts';

export interface CallRequest {
  /** Connect's initial contact id. */
  readonly id: string;
  readonly cause: string;
  /** Time of the report, epoch milliseconds. */
  readonly at: number;
  readonly recordedAt: number;
  readonly facts: CallFacts | readonly CallFacts[];
  /** Set only by the call's timer: publish the end when all reports are in. */
  readonly announcing?: TelephoneRules;
}

/** Store a report about a call. Skip the write when nothing is new. Throw when the store fails. */
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
  if (storedCall === undefined) throw new Error(`no facts were given for call ${id}`);
  return { outcome: 'duplicate', call: storedCall };
}
