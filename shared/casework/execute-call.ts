import type { Call } from '#shared/domain/call/call.ts';
import { type CallFacts, decideCall } from '#shared/domain/call/decide-call.ts';
import type { Store } from '#shared/ports/store.ts';

export interface CallRequest {
  /** Connect's contact id. */
  readonly id: string;
  readonly cause: string;
  readonly at: number;
  readonly recordedAt: number;
  readonly facts: CallFacts;
}

const ATTEMPTS = 8;

/** Writes down what a source tells of a call; the same telling commits once. Throws when the store fails. */
export async function executeCall(
  store: Store,
  { id, cause, at, recordedAt, facts }: CallRequest,
): Promise<{ readonly outcome: 'committed' | 'duplicate'; readonly call: Call }> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await store.load('call', id);
    const { call: after, events } = decideCall(id, before, facts, recordedAt);
    const result = await store.commit({
      kind: 'call',
      ...{ id, cause, by: 'rida' as const, at, recordedAt, events, before, after },
      correlationId: id,
      causationId: cause,
    });
    if (result.outcome !== 'conflict') return { outcome: result.outcome, call: result.head };
  }
  throw new Error(`call ${id} changed ${ATTEMPTS} times while it was written; try again`);
}
