import * as z from 'zod';

export const bilingual = z.strictObject({ ar: z.string().min(1), en: z.string().min(1) });

/** What may be set of the line people call. */
export const telephoneSchema = z.strictObject({
  /** What is said to somebody in danger, before anything else is asked. */
  emergency: bilingual,
  /** A call answered within this kept the service level. */
  serviceLevelSeconds: z.int().min(1).max(600),
  /** Who hangs up sooner than this in the queue is not counted as having given up waiting. */
  shortAbandonSeconds: z.int().min(0).max(60),
  /** How long a caller may speak after the tone. */
  messageSeconds: z.int().min(10).max(180),
  /** After so long in the queue a caller is offered to be called back. */
  callbackAfterSeconds: z.int().min(0).max(3600),
  callbackAttempts: z.int().min(1).max(9),
  callbackRetryMinutes: z.int().min(1).max(240),
});
