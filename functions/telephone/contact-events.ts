import type { ConnectContactEvent } from '#events/inbound/connect-contact-event.ts';
import { updateCall } from '#shared/application/telephone/update-call.ts';
import { defined } from '#shared/domain/telephone/join.ts';
import type { CallReport } from '#shared/domain/telephone/leg-facts.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';
import { between, idOf, msOf, parseConnectTime, queueFact, wordOf } from './connect-facts.ts';

export interface ContactEventDeps {
  readonly store: Store;
  readonly clock: Clock;
}

/** The last event of a contact: after-call work is done. */
const LAST = 'COMPLETED';

/**
 * Convert a contact event. Every event contains all times so far, so that a missing event loses nothing.
 * @internal exported for tests
 */
export function reportOfEvent({ detail }: ConnectContactEvent): CallReport {
  const { queueInfo, agentInfo, eventType } = detail;
  return defined<CallReport>({
    source: 'event',
    contactId: detail.contactId,
    initiationMethod: wordOf(detail.initiationMethod),
    initiatedAt: parseConnectTime(detail.initiationTimestamp),
    connectedAt: parseConnectTime(detail.connectedToSystemTimestamp),
    queue: queueInfo ? queueFact(undefined, queueInfo.queueArn) : undefined,
    queuedAt: parseConnectTime(queueInfo?.enqueueTimestamp),
    answeredAt: parseConnectTime(agentInfo?.connectedToAgentTimestamp),
    agent: wordOf(idOf(agentInfo?.agentArn)),
    afterWorkMs:
      msOf(agentInfo?.afterContactWorkDuration) ??
      between(agentInfo?.afterContactWorkStartTimestamp, agentInfo?.afterContactWorkEndTimestamp),
    endedAt: parseConnectTime(detail.disconnectTimestamp),
    reason: wordOf(detail.disconnectReason),
    previous: wordOf(detail.previousContactId),
    complete: eventType === LAST ? true : undefined,
  });
}

/**
 * Add a contact event to the record of its call. Only telephone contacts are stored. Repeated events change
 * nothing.
 */
export async function recordContactEvent(
  { store, clock }: ContactEventDeps,
  event: ConnectContactEvent,
): Promise<'committed' | 'duplicate' | 'not-a-call'> {
  const { channel, contactId, initialContactId, eventType } = event.detail;
  if (channel !== 'VOICE') return 'not-a-call';
  const at = parseConnectTime(event.time) ?? clock.now();
  const { outcome } = await updateCall(store, {
    id: initialContactId || contactId,
    cause: causeId(`contact-event:${contactId}:${eventType}:${event.time}`),
    at,
    recordedAt: clock.now(),
    facts: reportOfEvent(event),
  });
  return outcome;
}
