import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** The wish of a department for more time was granted or refused. */
export const departmentTimeDecided = defineEvent(
  'rida.department.time-decided.v1',
  'The wish of a department for more time was granted or refused.',
  z.object({
    request: z.string(),
    department: z.string(),
    granted: z.boolean(),
    /** When the answer is due now. */
    dueAt: instant,
    by: actor,
  }),
);
