import type { Language } from '#events/vocabulary.ts';

/**
 * A telephone contact as far as the flow and the contact events have told. It holds nothing personal: whose
 * call it was, the case knows that came of it, and forgets when it is erased.
 */
export interface Call {
  /** Connect's contact id. */
  readonly id: string;
  readonly version: number;
  readonly causes: readonly string[];
  readonly initiationMethod: string;
  readonly startedAt: number;
  readonly language?: Language;
  readonly caseRef?: string;
  readonly queuedAt?: number;
  readonly answeredAt?: number;
  readonly agent?: string;
  readonly endedAt?: number;
  readonly reason?: string;
  /** Whether its end was told as an event; waits for late contact events first. */
  readonly announced?: boolean;
  /** When Rida announces the end, or asks the telephone system about a call whose end never came. */
  readonly nextDueAt?: number;
}
