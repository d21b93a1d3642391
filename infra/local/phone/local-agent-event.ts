import { randomUUID } from 'node:crypto';
import { everyOf } from '#shared/domain/every-of.ts';
import type { CallQueue } from '#shared/domain/telephone/line.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { type AgentActivity, legOf, type PhoneAgent } from './agents.ts';
import { ACCOUNT, agentArn, INSTANCE, queueArn } from './arns.ts';
import type { Contact } from './local-contact.ts';

/** The queues that every agent of this computer serves in addition to their own queue. */
export const QUEUES = everyOf<CallQueue>()(['investors', 'staff', 'callback', 'general']);

const STATUS = {
  available: { Name: 'Available', Type: 'ROUTABLE' },
  away: { Name: 'Away', Type: 'CUSTOM' },
  gone: { Name: 'Offline', Type: 'OFFLINE' },
} as const;

const statusOf = (which: keyof typeof STATUS, since: number) => ({
  ARN: `${INSTANCE}/agent-state/${which}`,
  ...STATUS[which],
  StartTimestamp: isoInstant(since),
});

const CONTACT_STATE: Readonly<Record<Exclude<AgentActivity<unknown>['is'], 'available' | 'away'>, string>> = {
  offered: 'INCOMING',
  calling: 'CONNECTING',
  talking: 'CONNECTED',
  'after-call': 'ENDED',
};

const contactOf = <L extends { readonly contact: Contact }>({ doing, since }: PhoneAgent<L>) => {
  if (doing.is === 'available' || doing.is === 'away') return [];
  const { contact } = doing.leg;
  const held = doing.is === 'talking' && doing.held;
  return [
    {
      ContactId: contact.id,
      InitialContactId: contact.initialId ?? null,
      Channel: 'VOICE',
      InitiationMethod: contact.method,
      State: held ? 'CONNECTED_ONHOLD' : CONTACT_STATE[doing.is],
      StateStartTimestamp: isoInstant(since),
      ConnectedToAgentTimestamp: contact.agent ? isoInstant(contact.agent.connectedAt) : null,
      QueueTimestamp: contact.queue ? isoInstant(contact.queue.enqueuedAt) : null,
      Queue: contact.queue
        ? { ARN: queueArn(contact.queue.name), Name: contact.queue.name, Channels: ['VOICE'] }
        : null,
    },
  ];
};

const snapshot = <L extends { readonly contact: Contact }>(agent: PhoneAgent<L>) => ({
  AgentStatus: statusOf(agent.doing.is === 'away' ? 'away' : 'available', agent.since),
  NextAgentStatus: agent.next
    ? { ...statusOf(agent.next, agent.since), EnqueuedTimestamp: isoInstant(agent.since) }
    : null,
  Configuration: {
    Username: agent.user,
    FirstName: agent.name,
    LastName: '',
    AgentHierarchyGroups: null,
    RoutingProfile: {
      ARN: `${INSTANCE}/routing-profile/everyone`,
      Name: 'everyone',
      Concurrency: [{ Channel: 'VOICE', AvailableSlots: legOf(agent.doing) ? 0 : 1, MaximumSlots: 1 }],
      InboundQueues: QUEUES.map((queue) => ({ ARN: queueArn(queue), Name: queue, Channels: ['VOICE'] })),
      DefaultOutboundQueue: { ARN: queueArn('general'), Name: 'general', Channels: ['VOICE'] },
    },
  },
  Contacts: contactOf(agent),
});

/** Return an event of the agent event stream of Connect. Source: admin guide, "agent-event-stream-model". */
export function agentEvent<L extends { readonly contact: Contact }>(
  before: PhoneAgent<L> | undefined,
  after: PhoneAgent<L> | undefined,
  now: number,
) {
  const user = (after ?? before)?.user ?? '';
  return {
    AWSAccountId: ACCOUNT,
    AgentARN: agentArn(user),
    InstanceARN: INSTANCE,
    EventId: randomUUID(),
    EventTimestamp: isoInstant(now),
    EventType: before ? (after ? 'STATE_CHANGE' : 'LOGOUT') : 'LOGIN',
    CurrentAgentSnapshot: after
      ? snapshot(after)
      : before && { ...snapshot(before), AgentStatus: statusOf('gone', now), Contacts: [] },
    PreviousAgentSnapshot: before ? snapshot(before) : null,
    Version: '2017-10-01',
  };
}

export type LocalAgentEvent = ReturnType<typeof agentEvent>;
