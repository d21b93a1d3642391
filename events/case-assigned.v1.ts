import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, staffToNotify } from './vocabulary.ts';
/** A case was assigned. */
export const caseAssigned = defineEvent(
  'rida.case.assigned.v1',
  'A case was assigned.',
  z.object({
    from: z.string().optional(),
    to: z.string(),
    by: actor,
    /** Missing when a person assigned the case. */
    because: z.enum(['rule', 'absence', 'hand-over']).optional(),
    department: z.string().optional(),
    staffToNotify,
  }),
);
