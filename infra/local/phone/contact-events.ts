import { randomUUID } from 'node:crypto';
import { type ConnectContactEvent, connectContactEvent } from '#events/inbound/connect-contact-event.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { ContactFacts } from '#shared/ports/telephone.ts';

export type ContactEventType = 'INITIATED' | 'QUEUED' | 'CONNECTED_TO_AGENT' | 'DISCONNECTED';

const INSTANCE = 'arn:aws:connect:local:000000000000:instance/this-computer';

const text = (at: number | undefined): string | undefined => (at === undefined ? undefined : isoInstant(at));

/** A contact event as Amazon Connect would put it on EventBridge: all that is known of the call so far. */
export function contactEvent(
  eventType: ContactEventType,
  contactId: string,
  facts: ContactFacts,
  now: number,
): ConnectContactEvent {
  const { initiatedAt, queuedAt, answeredAt, endedAt, reason, agent } = facts;
  return connectContactEvent.parse({
    id: randomUUID(),
    'detail-type': 'Amazon Connect Contact Event',
    source: 'aws.connect',
    time: isoInstant(now),
    detail: {
      eventType,
      contactId,
      initialContactId: contactId,
      channel: 'VOICE',
      instanceArn: INSTANCE,
      initiationMethod: 'INBOUND',
      initiationTimestamp: text(initiatedAt),
      disconnectTimestamp: text(endedAt),
      disconnectReason: reason,
      ...(queuedAt !== undefined && {
        queueInfo: {
          queueArn: `${INSTANCE}/queue/general`,
          queueType: 'STANDARD',
          enqueueTimestamp: text(queuedAt),
        },
      }),
      ...(answeredAt !== undefined && {
        agentInfo: {
          agentArn: `${INSTANCE}/agent/${agent ?? 'unknown'}`,
          connectedToAgentTimestamp: text(answeredAt),
        },
      }),
    },
  });
}
