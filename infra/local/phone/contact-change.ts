import { isDeepStrictEqual } from 'node:util';
import type { AgentPart, AnsweredBy, Contact, DisconnectReason, KeptRecording } from './local-contact.ts';

/** The contact events of a telephone call. Source: admin guide, "contact-events". */
export type ContactEventType =
  | 'INITIATED'
  | 'CONNECTED_TO_SYSTEM'
  | 'QUEUED'
  | 'CONNECTED_TO_AGENT'
  | 'CONTACT_DATA_UPDATED'
  | 'DISCONNECTED'
  | 'COMPLETED';

/** A change of a contact. */
export type ContactChange =
  /** The ringing phone was answered. */
  | { readonly do: 'connect'; readonly answeredBy: AnsweredBy }
  | { readonly do: 'enqueue'; readonly queue: string }
  /** The contact was offered to an agent. */
  | { readonly do: 'offer' }
  | { readonly do: 'answer'; readonly agent: string }
  | { readonly do: 'hold' | 'resume' }
  | { readonly do: 'set'; readonly attributes: Readonly<Record<string, string>> }
  /** The agent left the call and starts after-call work. */
  | { readonly do: 'leave' }
  /** The agent finished after-call work. */
  | { readonly do: 'finish' }
  | { readonly do: 'record'; readonly recording: KeptRecording }
  /** The call continues as another contact. */
  | { readonly do: 'move'; readonly to: string }
  | { readonly do: 'end'; readonly reason: DisconnectReason };

/** A contact after a change, and the events that Connect publishes. */
export interface Changed {
  readonly contact: Contact;
  readonly eventTypes: readonly ContactEventType[];
}

const closeHolds = (agent: AgentPart, at: number): AgentPart => ({
  ...agent,
  holds: agent.holds.map((hold) => ({ until: at, ...hold })),
});

const left = (agent: AgentPart, at: number): AgentPart =>
  agent.leftAt === undefined ? { ...closeHolds(agent, at), leftAt: at } : agent;

const dequeued = ({ queue }: Contact, at: number) => queue && { queue: { dequeuedAt: at, ...queue } };

const isHeld = ({ holds }: AgentPart): boolean => holds.length > 0 && holds.at(-1)?.until === undefined;

/** Apply a change to an open contact. Return undefined when the change does not apply. */
function whileOpen(contact: Contact, change: ContactChange, at: number): Changed | undefined {
  const { agent } = contact;
  const talks = agent !== undefined && agent.leftAt === undefined;
  switch (change.do) {
    case 'connect':
      if (contact.connectedAt !== undefined) return undefined;
      return {
        contact: { ...contact, connectedAt: at, answeredBy: change.answeredBy },
        eventTypes: ['CONNECTED_TO_SYSTEM'],
      };
    case 'enqueue':
      if (contact.queue) return undefined;
      return {
        contact: { ...contact, queue: { name: change.queue, enqueuedAt: at } },
        eventTypes: ['QUEUED'],
      };
    case 'offer':
      return { contact: { ...contact, attempts: contact.attempts + 1 }, eventTypes: [] };
    case 'answer':
      if (agent || !contact.queue) return undefined;
      return {
        contact: {
          ...contact,
          ...dequeued(contact, at),
          agent: { user: change.agent, connectedAt: at, holds: [] },
        },
        eventTypes: ['CONNECTED_TO_AGENT'],
      };
    case 'hold':
      if (!talks || isHeld(agent)) return undefined;
      return {
        contact: { ...contact, agent: { ...agent, holds: [...agent.holds, { from: at }] } },
        eventTypes: [],
      };
    case 'resume':
      if (!talks || !isHeld(agent)) return undefined;
      return { contact: { ...contact, agent: closeHolds(agent, at) }, eventTypes: [] };
    case 'set':
      if (isDeepStrictEqual(contact.attributes, change.attributes)) return undefined;
      return {
        contact: { ...contact, attributes: { ...change.attributes } },
        eventTypes: ['CONTACT_DATA_UPDATED'],
      };
    case 'move':
      if (contact.nextId !== undefined) return undefined;
      return { contact: { ...contact, nextId: change.to, movedAt: at }, eventTypes: [] };
    case 'end':
      return {
        contact: {
          ...contact,
          ...dequeued(contact, at),
          ...(agent && { agent: left(agent, at) }),
          endedAt: at,
          reason: change.reason,
        },
        eventTypes: ['DISCONNECTED'],
      };
    default:
      return undefined;
  }
}

/** Apply a change that may also follow the end of a contact: after-call work, and a stored recording. */
function atAnyTime(contact: Contact, change: ContactChange, at: number): Contact | undefined {
  const { agent } = contact;
  if (change.do === 'record') return { ...contact, recordings: [...contact.recordings, change.recording] };
  if (change.do === 'leave' && agent && agent.leftAt === undefined)
    return { ...contact, agent: left(agent, at) };
  if (change.do === 'finish' && agent?.leftAt !== undefined && agent.finishedAt === undefined)
    return { ...contact, agent: { ...agent, finishedAt: at } };
  return undefined;
}

const isOver = ({ endedAt, agent, completedAt }: Contact): boolean =>
  completedAt === undefined && endedAt !== undefined && (!agent || agent.finishedAt !== undefined);

/**
 * Apply a change at an instant. A change that does not apply (a second end, an answer after the end) has no
 * effect.
 */
export function changedContact(contact: Contact, change: ContactChange, at: number): Changed {
  const later = atAnyTime(contact, change, at);
  const done =
    later === undefined
      ? contact.endedAt === undefined
        ? whileOpen(contact, change, at)
        : undefined
      : { contact: later, eventTypes: [] };
  if (!done) return { contact, eventTypes: [] };
  return isOver(done.contact)
    ? { contact: { ...done.contact, completedAt: at }, eventTypes: [...done.eventTypes, 'COMPLETED'] }
    : done;
}
