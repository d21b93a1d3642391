import type { ConnectContactEvent } from '#events/inbound/connect-contact-event.ts';
import { executeCall } from '#shared/casework/execute-call.ts';
import type { CallFacts } from '#shared/domain/call/decide-call.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';

export interface CallLogDeps {
  readonly store: Store;
  readonly clock: Clock;
}

const instantOf = (text: string | null | undefined): number | undefined => {
  const at = text ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
};

/** A contact event in Rida's terms. Every event carries all times known so far, so any one may be missing. */
export function factsOf({ detail }: ConnectContactEvent): CallFacts {
  const { initiationMethod, initiationTimestamp, queueInfo, agentInfo, disconnectTimestamp } = detail;
  const facts = {
    initiationMethod: initiationMethod ?? undefined,
    initiatedAt: instantOf(initiationTimestamp),
    queuedAt: instantOf(queueInfo?.enqueueTimestamp),
    answeredAt: instantOf(agentInfo?.connectedToAgentTimestamp),
    agent: agentInfo?.agentArn?.split('/').at(-1),
    endedAt: instantOf(disconnectTimestamp),
    reason: detail.disconnectReason ?? undefined,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** Adds a contact event to its call's record. Only telephone contacts are kept; repeats change nothing. */
export async function logCall(
  { store, clock }: CallLogDeps,
  event: ConnectContactEvent,
): Promise<'committed' | 'duplicate' | 'not-a-call'> {
  const { channel, contactId, eventType } = event.detail;
  if (channel !== 'VOICE') return 'not-a-call';
  const at = instantOf(event.time) ?? clock.now();
  const { outcome } = await executeCall(store, {
    id: contactId,
    cause: causeId(`contact-event:${contactId}:${eventType}:${event.time}`),
    at,
    recordedAt: clock.now(),
    facts: factsOf(event),
  });
  return outcome;
}
