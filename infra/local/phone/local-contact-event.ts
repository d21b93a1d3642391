import { randomUUID } from 'node:crypto';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { ACCOUNT, agentArn, agentOfQueue, contactArn, INSTANCE, queueArn } from './arns.ts';
import type { ContactEventType } from './contact-change.ts';
import {
  type AgentPart,
  type Contact,
  holdSeconds,
  type QueuePart,
  secondsBetween,
} from './local-contact.ts';

export const isoOr = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : isoInstant(at);

const queueInfo = ({ name, enqueuedAt, dequeuedAt }: QueuePart) => ({
  queueArn: queueArn(name),
  queueType: agentOfQueue(name) === undefined ? 'STANDARD' : 'AGENT',
  enqueueTimestamp: isoInstant(enqueuedAt),
  dequeueTimestamp: isoOr(dequeuedAt),
});

const agentInfo = ({ user, connectedAt, holds, leftAt, finishedAt }: AgentPart, now: number) => ({
  agentArn: agentArn(user),
  connectedToAgentTimestamp: isoInstant(connectedAt),
  agentInitiatedHoldDuration: holdSeconds(holds, now).reduce((sum, one) => sum + one, 0),
  ...(finishedAt !== undefined && {
    afterContactWorkStartTimestamp: isoOr(leftAt),
    afterContactWorkEndTimestamp: isoInstant(finishedAt),
    afterContactWorkDuration: secondsBetween(leftAt ?? finishedAt, finishedAt),
  }),
});

/**
 * Return a contact event in the form in which Amazon Connect publishes it on EventBridge: the current state
 * of the contact, without its phone number and attributes. Source: admin guide, "contact-events".
 */
export function contactEvent(eventType: ContactEventType, contact: Contact, now: number) {
  const { id, initialId, previousId, method, queue, agent, recordings } = contact;
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Amazon Connect Contact Event',
    source: 'aws.connect',
    account: ACCOUNT,
    time: isoInstant(now),
    region: 'local',
    resources: [INSTANCE, contactArn(id)],
    detail: {
      eventType,
      contactId: id,
      initialContactId: initialId ?? id,
      previousContactId: previousId,
      channel: 'VOICE',
      instanceArn: INSTANCE,
      initiationMethod: method,
      initiationTimestamp: isoInstant(contact.initiatedAt),
      connectedToSystemTimestamp: isoOr(contact.connectedAt),
      answeringMachineDetectionStatus: method === 'API' ? contact.answeredBy : undefined,
      disconnectTimestamp: isoOr(contact.endedAt),
      disconnectReason: contact.reason,
      ...(eventType === 'CONTACT_DATA_UPDATED' && { updatedProperties: ['UserDefinedAttributes'] }),
      ...(queue && { queueInfo: queueInfo(queue) }),
      ...(agent && { agentInfo: agentInfo(agent, now) }),
      ...(eventType === 'COMPLETED' &&
        recordings.length > 0 && {
          recordings: recordings.map(({ from, until, key }) => recording(key, from, until)),
        }),
    },
  };
}

const recording = (key: string, from: number, until: number) => ({
  storageType: 'S3',
  location: `this-computer/${key}`,
  mediaStreamType: 'AUDIO',
  startTimestamp: isoInstant(from),
  stopTimestamp: isoInstant(until),
  status: 'AVAILABLE',
});

export type LocalContactEvent = ReturnType<typeof contactEvent>;
