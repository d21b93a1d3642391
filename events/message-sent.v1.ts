import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, channel } from './vocabulary.ts';
/** An agent answered the beneficiary. */
export const messageSent = defineEvent(
  'rida.message.sent.v1',
  'An agent answered the beneficiary.',
  z.object({
    message: z.string(),
    channel,
    by: actor,
    /** Those whose cases were merged into this one get it too, each under their own reference. */
    alsoMerged: z.literal(true).optional(),
  }),
);
