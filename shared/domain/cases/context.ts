import type { Rules } from '#shared/domain/rules.ts';
import type { PersonAnswer } from '../surveys/asking.ts';

/** The inputs of a decision besides the case and the command. Nothing else changes its outcome. */
export interface Context {
  /** When it happened, epoch milliseconds. */
  readonly now: number;
  /** When Rida records it, `now` by default. Timers are planned from here. */
  readonly recordedAt?: number;
  /** Id of the cause of the command. It is also the id of the message that comes with the command. */
  readonly cause: string;
  /** Id of the mail or call to which the command belongs, `cause` by default. Only `open` uses it. */
  readonly correlationId?: string;
  readonly rules: Rules;
  /**
   * Whether this beneficiary may be asked for an opinion, by their row. Missing when the row was not asked: a survey
   * that is due waits then. Only `tick` uses it.
   */
  readonly person?: PersonAnswer;
}

/** The context with the three instants computed for a decision. */
export interface Deciding extends Context {
  /** Not before the newest change of status. Changes of status are dated by it. */
  readonly now: number;
  /** When it actually happened. Contacts and answers are dated by it. */
  readonly happenedAt: number;
  /** Not before any fact. Timers and deadlines are computed from here, with every known fact. */
  readonly recordedAt: number;
}
