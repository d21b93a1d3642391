import type { Rules } from '#shared/domain/rules.ts';

/** What a decision may look at beside the case: nothing else changes its outcome. */
export interface Context {
  /** When it happened, epoch milliseconds. */
  readonly now: number;
  /** When Rida writes it down; `now` when absent. Timers are planned from here. */
  readonly recordedAt?: number;
  /** What caused the command, as an id: the key of the message it brings, if it brings one. */
  readonly cause: string;
  readonly rules: Rules;
  /** When this beneficiary was last asked, over all their cases; only the clock's tick looks. */
  readonly lastInvitedAt?: number;
  /** The beneficiary asked not to be asked; only the clock's tick looks. */
  readonly optedOut?: boolean;
}

/** A context as decisions see it. */
export interface Deciding extends Context {
  /** Never before the newest change of status: what a change of status is dated by. */
  readonly now: number;
  /** When it truly happened: what contacts and answers are judged by. */
  readonly happenedAt: number;
  /** Never before any fact: from here everything that is known counts. */
  readonly recordedAt: number;
}
