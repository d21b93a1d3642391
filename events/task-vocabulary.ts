import * as z from 'zod';

/**
 * The way in which a person rated: a survey by mail, telephone or text message, the end of a call, or an evaluation.
 */
export const ratingSource = z.enum(['mail', 'phone', 'message', 'call', 'evaluation']);
export type RatingSource = z.infer<typeof ratingSource>;

/**
 * How the recovery of a dissatisfied answer ended. The person was reached: settled, not settled, wants no contact, or
 * it was another matter than the centre's. The person was not reached in all attempts. The person has not to be
 * reached any more: the answer was corrected, or the data of the person were erased.
 */
export const recoveryOutcome = z.enum([
  'settled',
  'not-settled',
  'declined',
  'wrong-matter',
  'not-reached',
  'corrected',
  'erased',
]);
export type RecoveryOutcome = z.infer<typeof recoveryOutcome>;

/** Kinds of tasks of staff beside cases. */
export const taskKind = z.enum(['recovery', 'closure-audit', 'conversation-review']);
export type TaskKind = z.infer<typeof taskKind>;

/** The result of the check of a closed case: whether the matter is really finished. */
export const checkVerdict = z.enum(['finished', 'not-finished', 'unclear']);
export type CheckVerdict = z.infer<typeof checkVerdict>;

/** The mark of a question about a conversation. */
export const checkMark = z.enum(['yes', 'no', 'not-applicable']);
export type CheckMark = z.infer<typeof checkMark>;

/** How a task ended: as a recovery does, or with the result of a check. */
export const taskOutcome = z.enum([...recoveryOutcome.options, 'checked']);
export type TaskOutcome = z.infer<typeof taskOutcome>;
