import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { callPurpose } from './vocabulary.ts';
/** It is time to call somebody. */
export const callOutDue = defineEvent(
  'rida.call-out.due.v1',
  'It is time to call somebody.',
  z.object({
    purpose: callPurpose,
    attempt: z.int().positive(),
  }),
);
