import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { attemptOutcome, callPurpose } from './vocabulary.ts';
/** An attempt of an outgoing call ended. */
export const callOutAttempted = defineEvent(
  'rida.call-out.attempted.v1',
  'An attempt of an outgoing call ended.',
  z.object({
    purpose: callPurpose,
    attempt: z.int().positive(),
    outcome: attemptOutcome,
    contactId: z.string().optional(),
  }),
);
