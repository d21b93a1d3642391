import type { Language } from '#events/vocabulary.ts';
import type { CallLine } from './line.ts';

/**
 * Who tells of a call: the flow's own functions, a contact event, an agent event, the telephone system when
 * asked, or a contact record. Where two differ, the one further down this list is believed.
 */
export const SOURCES = ['flow', 'event', 'agent', 'describe', 'record'] as const;
export type Source = (typeof SOURCES)[number];

/** Where a recording lies: the key in the bucket of recordings, never an address. */
export interface Recording {
  readonly key: string;
  /** `automated`: the caller and the flow, so also what was said after the tone. */
  readonly kind: 'agent' | 'automated';
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** Key of what was said as text. */
  readonly transcript?: string;
}

/** What an agent's desk showed of a contact, and since when. */
export interface AgentState {
  readonly at: number;
  readonly state: 'connected' | 'hold' | 'missed' | 'ended';
  /** User name. */
  readonly agent?: string;
}

/** What one source tells of one leg: a contact in Connect's sense, with an id of its own. */
export interface LegFacts {
  readonly initiationMethod?: string;
  readonly initiatedAt?: number;
  /** When the other end answered: of calls out and call-backs. */
  readonly connectedAt?: number;
  readonly queue?: string;
  readonly queuedAt?: number;
  readonly queueMs?: number;
  readonly answeredAt?: number;
  /** User name, or the telephone system's id of the agent when the source knows no name. */
  readonly agent?: string;
  readonly holds?: number;
  readonly holdMs?: number;
  /** Without holds. */
  readonly talkMs?: number;
  readonly afterWorkMs?: number;
  readonly endedAt?: number;
  readonly reason?: string;
  /** Ids of the legs before and after this one. */
  readonly previous?: string;
  readonly next?: string;
  readonly recordings?: readonly Recording[];
  /** Nothing more will be told: after-contact work is done. */
  readonly complete?: true;
}

/** What is told of a call as a whole. */
export interface CallAnswers {
  readonly language?: Language;
  readonly line?: CallLine;
  /** A case that was registered or asked about. */
  readonly caseRef?: string;
  /** Whether the caller consented to be recorded. */
  readonly recording?: 'on' | 'off';
  /** The caller asked to be called back. */
  readonly callback?: true;
  /** The caller left a spoken message. */
  readonly message?: true;
}

/** What one source tells of a call at one time. */
export interface CallReport extends CallAnswers, LegFacts {
  /** The flow unless it says otherwise. */
  readonly source?: Source;
  /** The leg whose times these are: the call's first unless it says otherwise. */
  readonly contactId?: string;
  readonly states?: readonly AgentState[];
  /** Of records: when what is told was last changed, epoch milliseconds. */
  readonly updatedAt?: number;
  /** The telephone system no longer knows the contact. */
  readonly lost?: boolean;
}
