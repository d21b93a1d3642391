import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, staffToNotify } from './vocabulary.ts';
/** A case has another assignee. */
export const caseAssigned = defineEvent(
  'rida.case.assigned.v1',
  'A case has another assignee.',
  z.object({
    from: z.string().optional(),
    to: z.string(),
    by: actor,
    /** Absent when a person chose. */
    because: z.enum(['rule', 'absence', 'hand-over']).optional(),
    department: z.string().optional(),
    staffToNotify,
  }),
);
