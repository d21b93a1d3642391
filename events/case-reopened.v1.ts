import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor, staffToNotify } from './vocabulary.ts';
/** A resolved or closed case was reopened. */
export const caseReopened = defineEvent(
  'rida.case.reopened.v1',
  'A resolved or closed case was reopened.',
  z.object({
    by: actor,
    because: z.enum(['beneficiary-wrote', 'beneficiary-called', 'survey', 'contested', 'follow-up', 'staff']),
    generation: z.int().positive(),
    /** When it was opened at first. Missing in events from before this was recorded. */
    openedAt: instant.optional(),
    staffToNotify,
  }),
);
