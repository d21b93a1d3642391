import type { Language } from '#events/vocabulary.ts';
import { everyOf } from '../every-of.ts';
import type { CallLine } from './line.ts';

/**
 * Sources of facts about a call: the flow's own functions, a contact event, an agent event, a contact lookup
 * (`DescribeContact`), a contact record. When two differ, the later one in this list wins.
 */
const SOURCES = ['flow', 'event', 'agent', 'describe', 'record'] as const;
export type Source = (typeof SOURCES)[number];

/** A recording by its key in the bucket of recordings, never by an address. */
export interface Recording {
  readonly key: string;
  /** `automated`: the caller and the flow, including a message after the tone. */
  readonly kind: 'agent' | 'automated';
  readonly startedAt?: number;
  readonly endedAt?: number;
  /** Key of the transcript. */
  readonly transcript?: string;
}

/** The state of a contact on an agent's desk, and its begin. */
export interface AgentState {
  readonly at: number;
  readonly state: 'connected' | 'hold' | 'missed' | 'ended';
  /** User name. */
  readonly agent?: string;
}

/** One source's report about one leg. A leg is a contact in Connect's sense, with its own id. */
export interface LegFacts {
  readonly initiationMethod?: string;
  readonly initiatedAt?: number;
  /** When the called person answered. For outgoing calls and callbacks only. */
  readonly connectedAt?: number;
  readonly queue?: string;
  readonly queuedAt?: number;
  readonly queueMs?: number;
  readonly answeredAt?: number;
  /** User name, or the telephone system's agent id when the source has no name. */
  readonly agent?: string;
  readonly holds?: number;
  readonly holdMs?: number;
  /** Without holds. */
  readonly talkMs?: number;
  readonly afterWorkMs?: number;
  readonly endedAt?: number;
  readonly reason?: string;
  /** Contact ids of the legs before and after this one. */
  readonly previous?: string;
  readonly next?: string;
  readonly recordings?: readonly Recording[];
  /** Set when no further report will arrive, because after-contact work is done. */
  readonly complete?: true;
}

/** The names of the facts of a leg. */
export const LEG_FACTS = everyOf<keyof LegFacts>()([
  'initiationMethod',
  'initiatedAt',
  'connectedAt',
  'queue',
  'queuedAt',
  'queueMs',
  'answeredAt',
  'agent',
  'holds',
  'holdMs',
  'talkMs',
  'afterWorkMs',
  'endedAt',
  'reason',
  'previous',
  'next',
  'recordings',
  'complete',
]);

/** Scores of satisfaction, as telephone keys and in the names of counters. */
export const SCORES = ['1', '2', '3', '4', '5'] as const;

type CallScore = (typeof SCORES)[number];

/** Facts about the call as a whole. */
export interface AttributeFacts {
  readonly language?: Language;
  readonly line?: CallLine;
  /** A case that was registered or asked about. */
  readonly caseRef?: string;
  /** Whether the caller consented to a recording. */
  readonly recording?: 'on' | 'off';
  /** The caller requested a callback. */
  readonly callback?: true;
  /** The caller left a voice message, as its recording proves. */
  readonly message?: true;
  /** The score that the caller gave after the call, 1 to 5. */
  readonly score?: CallScore;
}

/** One source's report about a call at one time. */
export interface CallReport extends AttributeFacts, LegFacts {
  /** `flow` by default. */
  readonly source?: Source;
  /** The leg of these times. By default the call's first leg. */
  readonly contactId?: string;
  readonly states?: readonly AgentState[];
  /** For contact records: time of the last change, epoch milliseconds. */
  readonly updatedAt?: number;
  /** True when the telephone system no longer has the contact. */
  readonly lost?: boolean;
}
