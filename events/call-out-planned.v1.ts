import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor, callPurpose } from './vocabulary.ts';
/** Somebody is to be called. */
export const callOutPlanned = defineEvent(
  'rida.call-out.planned.v1',
  'Somebody is to be called.',
  z.object({
    purpose: callPurpose,
    by: actor,
    /** When, at the earliest. */
    at: instant,
    caseRef: z.string().optional(),
  }),
);
