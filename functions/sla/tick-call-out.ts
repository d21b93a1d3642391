import type { AggregateResult } from '#shared/application/update-aggregate.ts';
import { updateCallOut } from '#shared/application/update-call-out.ts';
import { endOf } from '#shared/domain/outreach/end-of.ts';
import type { Clock, RulesSource } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { Contacts } from '#shared/ports/telephone-system.ts';
import { causeId } from '#shared/runtime/ids.ts';

export interface TickCallOutDeps {
  readonly store: Store;
  readonly rules: RulesSource;
  readonly clock: Clock;
  readonly telephone: Pick<Contacts, 'describe'>;
}

/**
 * Process the timer of an outbound call: it is due, or the end of its last call was not reported. An active
 * call is checked again by the next sweep; the cause therefore includes the current time.
 */
export async function tickCallOut(
  { store, rules, clock, telephone }: TickCallOutDeps,
  id: string,
  cause: string,
): Promise<AggregateResult | 'not-due' | 'goes-on'> {
  const now = clock.now();
  const callOut = await store.load('call-out', id);
  if (!callOut || callOut.nextDueAt === undefined || callOut.nextDueAt > now) return 'not-due';
  const { outbound } = await rules.current();
  const at = { id, by: 'rida', at: now, recordedAt: now } as const;
  if (callOut.state.is === 'planned' || callOut.state.is === 'due') {
    const done = await updateCallOut(store, outbound, { ...at, cause, command: { do: 'tick' } });
    return done.outcome;
  }
  const last = callOut.attempts.at(-1);
  if (last?.contactId === undefined) return 'not-due';
  const ended = endOf(await telephone.describe(last.contactId), now);
  if (!ended) return 'goes-on';
  const command = { do: 'end', attempt: last.number, contactId: last.contactId, ended } as const;
  const done = await updateCallOut(store, outbound, {
    ...{ ...at, cause: causeId(`asked:${last.contactId}`), command },
  });
  return done.outcome;
}
