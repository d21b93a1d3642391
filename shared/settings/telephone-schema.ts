import * as z from 'zod';

export const bilingual = z.strictObject({ ar: z.string().min(1), en: z.string().min(1) });

/** Settings of the telephone line. */
export const telephoneSchema = z.strictObject({
  /** Spoken to callers in danger, before any question. */
  emergency: bilingual,
  /** A call answered within this time meets the service level. */
  serviceLevelSeconds: z.int().min(1).max(600),
  /** A caller who hangs up in the queue before this time is not counted as abandoned. */
  shortAbandonSeconds: z.int().min(0).max(60),
  /** Maximum length of a message after the tone. */
  messageSeconds: z.int().min(10).max(180),
  /** After this time in the queue a caller is offered a callback. */
  callbackAfterSeconds: z.int().min(0).max(3600),
  callbackAttempts: z.int().min(1).max(9),
  callbackRetryMinutes: z.int().min(1).max(240),
});
