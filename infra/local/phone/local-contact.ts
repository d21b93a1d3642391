import type { ContactFacts } from '#shared/ports/telephone-system.ts';

/** How a contact was initiated. Source: API reference, `Contact.InitiationMethod`. */
type InitiationMethod = 'INBOUND' | 'TRANSFER' | 'QUEUE_TRANSFER' | 'CALLBACK' | 'API';

/** Why a contact ended. Source: admin guide, "ctr-data-model", DisconnectReason of voice contacts. */
export type DisconnectReason =
  | 'CUSTOMER_DISCONNECT'
  | 'AGENT_DISCONNECT'
  | 'CONTACT_FLOW_DISCONNECT'
  | 'TELECOM_BUSY'
  | 'TELECOM_UNANSWERED'
  | 'TELECOM_ORIGINATOR_CANCEL'
  | 'OTHER';

/**
 * The answering party of an outbound call: a person or a machine. Source: admin guide, "contact-events",
 * AnsweringMachineDetectionStatus.
 */
export type AnsweredBy = 'HUMAN_ANSWERED' | 'VOICEMAIL_BEEP';

/** A time on hold. It has no end while the caller is on hold. */
export interface Hold {
  readonly from: number;
  readonly until?: number;
}

/** The part of a contact with an agent. */
export interface AgentPart {
  readonly user: string;
  readonly connectedAt: number;
  readonly holds: readonly Hold[];
  /** When the agent left the call and after-call work began. */
  readonly leftAt?: number;
  readonly finishedAt?: number;
}

/** The part of a contact in a queue. */
export interface QueuePart {
  readonly name: string;
  readonly enqueuedAt: number;
  readonly dequeuedAt?: number;
}

/** A recording: `automated` before an agent joined, `agent` after. */
export interface KeptRecording {
  readonly kind: 'automated' | 'agent';
  /** The key in the blob store. */
  readonly key: string;
  readonly from: number;
  readonly until: number;
}

/**
 * A contact of a call, as in Connect: a transfer or a callback is a separate contact. Times are epoch
 * milliseconds.
 */
export interface Contact {
  readonly id: string;
  readonly initialId?: string;
  readonly previousId?: string;
  readonly nextId?: string;
  readonly method: InitiationMethod;
  /** The phone number of the caller. Absent when it is withheld. */
  readonly customer?: string;
  /** The called number. Connect omits it for callbacks and transfers between queues. */
  readonly system?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly initiatedAt: number;
  /** When the customer was connected. */
  readonly connectedAt?: number;
  readonly answeredBy?: AnsweredBy;
  readonly queue?: QueuePart;
  /** The number of offers to agents. */
  readonly attempts: number;
  readonly agent?: AgentPart;
  readonly recordings: readonly KeptRecording[];
  readonly movedAt?: number;
  readonly endedAt?: number;
  readonly reason?: DisconnectReason;
  /** When the contact is complete: after its end and after-call work. */
  readonly completedAt?: number;
}

/** Return the facts of a contact in the form of the telephone port. */
export const contactFacts = ({ initiatedAt, queue, agent, endedAt, reason }: Contact): ContactFacts => ({
  initiatedAt,
  ...(queue && { queuedAt: queue.enqueuedAt }),
  ...(agent && { answeredAt: agent.connectedAt, agent: agent.user }),
  ...(endedAt !== undefined && { endedAt }),
  ...(reason !== undefined && { reason }),
});

/** Return the whole seconds between two instants. */
export const secondsBetween = (from: number, until: number): number => Math.round((until - from) / 1000);

/** Return the seconds of each hold. An open hold counts until `now`. */
export const holdSeconds = (holds: readonly Hold[], now: number): number[] =>
  holds.map(({ from, until = now }) => secondsBetween(from, until));
