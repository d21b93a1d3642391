import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { checkMark, checkVerdict, taskKind } from './task-vocabulary.ts';
import { actor } from './vocabulary.ts';
/** The result of a check was recorded. The words of a coaching note are not in the event. */
export const checkRecorded = defineEvent(
  'rida.check.recorded.v1',
  'The result of the check of a closed case or a conversation was recorded.',
  z.object({
    kind: taskKind,
    /** First day of the week whose work was checked. */
    week: z.iso.date(),
    by: actor,
    /** Of a closed case. */
    verdict: checkVerdict.optional(),
    /** Of a conversation: the marks by question. */
    marks: z.record(z.string(), checkMark).optional(),
    department: z.string().optional(),
    agent: z.string().optional(),
    caseRef: z.string().optional(),
    contactId: z.string().optional(),
  }),
);
