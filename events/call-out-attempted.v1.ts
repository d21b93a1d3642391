import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { attemptOutcome, callPurpose } from './vocabulary.ts';
/** An attempt to reach somebody by telephone is over. */
export const callOutAttempted = defineEvent(
  'rida.call-out.attempted.v1',
  'An attempt to reach somebody by telephone is over.',
  z.object({
    purpose: callPurpose,
    attempt: z.int().positive(),
    outcome: attemptOutcome,
    contactId: z.string().optional(),
  }),
);
