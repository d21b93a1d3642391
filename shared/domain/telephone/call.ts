import type { Language } from '#events/vocabulary.ts';
import type { CallFacts } from './call-facts.ts';

/** What a list of calls is asked for besides their time. */
export const CALL_MARKS = ['abandoned', 'message', 'callback'] as const;
export type CallMark = (typeof CALL_MARKS)[number];

/**
 * A telephone call under the id of its first contact; transfers, call-backs and agents' parts are legs of it.
 * It holds nothing personal: whose call it was, the case knows that came of it, and forgets when it is erased.
 */
export interface Call {
  /** Connect's initial contact id. */
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  /** What each source told; absent of calls of the first releases, whose view is all there is. */
  readonly told?: CallFacts;
  /** The rest is what it comes to, see `summary.ts`. */
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
  /** Whether its end was told as an event; waits until all is in. */
  readonly announced?: boolean;
  /** When Rida announces the end, or asks the telephone system about what is missing. */
  readonly nextDueAt?: number;
}
