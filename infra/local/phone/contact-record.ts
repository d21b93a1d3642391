import { isoInstant } from '#shared/domain/time/instant.ts';
import { ACCOUNT, agentArn, INSTANCE, queueArn } from './arns.ts';
import {
  type AgentPart,
  type Contact,
  holdSeconds,
  type QueuePart,
  secondsBetween,
} from './local-contact.ts';
import { isoOr } from './local-contact-event.ts';

const endpoint = (address: string | undefined) =>
  address === undefined ? null : { Address: address, Type: 'TELEPHONE_NUMBER' };

function agentOf({ user, connectedAt, holds, leftAt, finishedAt }: AgentPart, now: number) {
  const seconds = holdSeconds(holds, now);
  const held = seconds.reduce((sum, one) => sum + one, 0);
  const end = leftAt ?? now;
  return {
    ARN: agentArn(user),
    Username: user,
    ConnectedToAgentTimestamp: isoInstant(connectedAt),
    AgentInteractionDuration: Math.max(0, secondsBetween(connectedAt, end) - held),
    CustomerHoldDuration: held,
    LongestHoldDuration: Math.max(0, ...seconds),
    NumberOfHolds: holds.length,
    AfterContactWorkStartTimestamp: isoOr(leftAt),
    AfterContactWorkEndTimestamp: isoOr(finishedAt),
    AfterContactWorkDuration: secondsBetween(end, finishedAt ?? end),
    HierarchyGroups: null,
    RoutingProfile: { ARN: `${INSTANCE}/routing-profile/everyone`, Name: 'everyone' },
  };
}

const queueOf = ({ name, enqueuedAt, dequeuedAt }: QueuePart, now: number) => ({
  ARN: queueArn(name),
  Name: name,
  EnqueueTimestamp: isoInstant(enqueuedAt),
  DequeueTimestamp: isoOr(dequeuedAt),
  Duration: secondsBetween(enqueuedAt, dequeuedAt ?? now),
});

/**
 * Return a contact record in the form in which Amazon Connect writes it to Kinesis: when a contact is
 * complete, and again when it changes later. Source: admin guide, "ctr-data-model".
 */
export function contactRecord(contact: Contact, now: number) {
  const { queue, agent, method } = contact;
  return {
    AWSAccountId: ACCOUNT,
    AWSContactTraceRecordFormatVersion: '2017-03-10',
    InstanceARN: INSTANCE,
    ContactId: contact.id,
    InitialContactId: contact.initialId ?? null,
    PreviousContactId: contact.previousId ?? null,
    NextContactId: contact.nextId ?? null,
    Channel: 'VOICE',
    InitiationMethod: method,
    InitiationTimestamp: isoInstant(contact.initiatedAt),
    ConnectedToSystemTimestamp: isoOr(contact.connectedAt) ?? null,
    TransferCompletedTimestamp: isoOr(contact.movedAt) ?? null,
    DisconnectTimestamp: isoOr(contact.endedAt) ?? null,
    DisconnectReason: contact.reason ?? null,
    LastUpdateTimestamp: isoInstant(now),
    AnsweringMachineDetectionStatus: method === 'API' ? (contact.answeredBy ?? null) : null,
    CustomerEndpoint: endpoint(contact.customer),
    SystemEndpoint: endpoint(contact.system),
    Attributes: contact.attributes,
    AgentConnectionAttempts: contact.attempts,
    Agent: agent ? agentOf(agent, now) : null,
    Queue: queue ? queueOf(queue, now) : null,
    MediaStreams: [{ Type: 'AUDIO' }],
    Recordings: contact.recordings.map(({ kind, key, from, until }) => ({
      StorageType: 'S3',
      Location: `this-computer/${key}`,
      MediaStreamType: 'AUDIO',
      ParticipantType: kind === 'automated' ? 'IVR' : null,
      StartTimestamp: isoInstant(from),
      StopTimestamp: isoInstant(until),
      Status: 'AVAILABLE',
      DeletionReason: null,
      // Typed speech is its own transcript.
      UnprocessedTranscriptLocation: key.endsWith('.txt') ? `this-computer/${key}` : null,
    })),
  };
}

export type LocalContactRecord = ReturnType<typeof contactRecord>;
