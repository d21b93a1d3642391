import type { Rules } from '#shared/domain/rules.ts';

/** What a decision may look at beside the case: nothing else changes its outcome. */
export interface Context {
  /** When it happened, epoch milliseconds. */
  readonly now: number;
  /** What caused the command, as an id: the key of the message it brings, if it brings one. */
  readonly cause: string;
  readonly rules: Rules;
  /** When this beneficiary was last asked, over all their cases; only the clock's tick looks. */
  readonly lastInvitedAt?: number;
}
