import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { taskKind } from './task-vocabulary.ts';
/** A closed case or a conversation was drawn, to be checked by a member of staff who did not work on it. */
export const checkDrawn = defineEvent(
  'rida.check.drawn.v1',
  'A closed case or a conversation was drawn to be checked by a member of staff who did not work on it.',
  z.object({
    kind: taskKind,
    /** First day of the week whose work is checked. */
    week: z.iso.date(),
    department: z.string().optional(),
    caseRef: z.string().optional(),
    contactId: z.string().optional(),
    owner: z.string().optional(),
  }),
);
