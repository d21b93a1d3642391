import type { Language } from '#events/vocabulary.ts';
import type { CallFacts } from './call-facts.ts';

/** Filters of the list of calls, besides the time. */
export const CALL_MARKS = ['abandoned', 'message', 'callback'] as const;
export type CallMark = (typeof CALL_MARKS)[number];

/**
 * A telephone call under the id of its first contact. Transfers, callbacks and agents' contacts are its legs.
 * It has no personal data: the beneficiary is stored in the case of the call, and is erased there.
 */
export interface Call {
  /** Connect's initial contact id. */
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  /** The reports by source. Missing for calls of the first releases, which stored only the summary. */
  readonly facts?: CallFacts;
  /** The other fields are computed from the reports, see `summary.ts`. */
  readonly initiationMethod: string;
  readonly startedAt: number;
  readonly language?: Language;
  readonly caseRef?: string;
  readonly queuedAt?: number;
  readonly answeredAt?: number;
  readonly agent?: string;
  readonly endedAt?: number;
  readonly reason?: string;
  readonly marks?: readonly CallMark[];
  /** True after the end was published. The end is published when all reports are in. */
  readonly announced?: boolean;
  /** When to publish the end, or to ask the telephone system for missing facts. Epoch milliseconds. */
  readonly nextDueAt?: number;
}
