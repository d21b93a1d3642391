import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { callPurpose } from './vocabulary.ts';
/** An outgoing call is due. */
export const callOutDue = defineEvent(
  'rida.call-out.due.v1',
  'An outgoing call is due.',
  z.object({
    purpose: callPurpose,
    attempt: z.int().positive(),
  }),
);
