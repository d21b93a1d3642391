import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, channel, response } from './vocabulary.ts';
/** An agent replied to the beneficiary. */
export const messageSent = defineEvent(
  'rida.message.sent.v1',
  'An agent replied to the beneficiary.',
  z.object({
    message: z.string(),
    channel,
    by: actor,
    /** Missing without a wait of the beneficiary, and in events from before it was measured. */
    response: response.optional(),
    /** Send the message also to the beneficiaries of merged cases, each with their own reference. */
    alsoMerged: z.literal(true).optional(),
    /** The version of the case that showed it first, for a reply that could be undone before. */
    since: z.number().int().positive().optional(),
  }),
);
