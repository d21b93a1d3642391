import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor, callPurpose } from './vocabulary.ts';
/** An outgoing call was planned. */
export const callOutPlanned = defineEvent(
  'rida.call-out.planned.v1',
  'An outgoing call was planned.',
  z.object({
    purpose: callPurpose,
    by: actor,
    /** Earliest time. */
    at: instant,
    caseRef: z.string().optional(),
  }),
);
