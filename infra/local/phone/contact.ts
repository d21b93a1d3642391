import type { ContactFacts } from '#shared/ports/telephone.ts';

/** How a contact came to be. Source: API reference, `Contact.InitiationMethod`. */
export type InitiationMethod = 'INBOUND' | 'TRANSFER' | 'QUEUE_TRANSFER' | 'CALLBACK' | 'API';

/** Why a contact ended. Source: admin guide, "ctr-data-model", DisconnectReason of voice contacts. */
export type DisconnectReason =
  | 'CUSTOMER_DISCONNECT'
  | 'AGENT_DISCONNECT'
  | 'CONTACT_FLOW_DISCONNECT'
  | 'TELECOM_BUSY'
  | 'TELECOM_UNANSWERED'
  | 'TELECOM_ORIGINATOR_CANCEL'
  | 'OTHER';

/** What answered a call that went out. Source: admin guide, "contact-events", AnsweringMachineDetectionStatus. */
export type AnsweredBy = 'HUMAN_ANSWERED' | 'VOICEMAIL_BEEP';

/** Time a caller spent on hold; open while they still do. */
export interface Hold {
  readonly from: number;
  readonly until?: number;
}

/** The agent's part in a contact. */
export interface AgentPart {
  readonly user: string;
  readonly connectedAt: number;
  readonly holds: readonly Hold[];
  /** When they left the call, which is when their work on it afterwards began. */
  readonly leftAt?: number;
  readonly finishedAt?: number;
}

/** The caller's time in a queue. */
export interface QueuePart {
  readonly name: string;
  readonly enqueuedAt: number;
  readonly dequeuedAt?: number;
}

/** Something that was recorded: `automated` before any agent, `agent` with one. */
export interface KeptRecording {
  readonly kind: 'automated' | 'agent';
  /** Where it lies in the blob store. */
  readonly key: string;
  readonly from: number;
  readonly until: number;
}

/** One leg of a call as Connect keeps it: a transfer or a call back is a contact of its own. Times in epoch ms. */
export interface Contact {
  readonly id: string;
  readonly initialId?: string;
  readonly previousId?: string;
  readonly nextId?: string;
  readonly method: InitiationMethod;
  /** The caller's number; absent when it is withheld. */
  readonly customer?: string;
  /** The number that was called; Connect does not tell it of call backs and moves between queues. */
  readonly system?: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly initiatedAt: number;
  /** When the customer's end was connected. */
  readonly connectedAt?: number;
  readonly answeredBy?: AnsweredBy;
  readonly queue?: QueuePart;
  /** How often it was offered to an agent. */
  readonly attempts: number;
  readonly agent?: AgentPart;
  readonly recordings: readonly KeptRecording[];
  readonly movedAt?: number;
  readonly endedAt?: number;
  readonly reason?: DisconnectReason;
  /** When nothing more comes: after its end and the agent's work. */
  readonly completedAt?: number;
}

/** What the telephone port tells of a contact when asked. */
export const factsOf = ({ initiatedAt, queue, agent, endedAt, reason }: Contact): ContactFacts => ({
  initiatedAt,
  ...(queue && { queuedAt: queue.enqueuedAt }),
  ...(agent && { answeredAt: agent.connectedAt, agent: agent.user }),
  ...(endedAt !== undefined && { endedAt }),
  ...(reason !== undefined && { reason }),
});

/** Whole seconds between two instants. */
export const secondsBetween = (from: number, until: number): number => Math.round((until - from) / 1000);

/** Seconds of each hold; one still open counts until `now`. */
export const holdSeconds = (holds: readonly Hold[], now: number): number[] =>
  holds.map(({ from, until = now }) => secondsBetween(from, until));
