import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A department was asked for an answer with a due time. */
export const departmentAsked = defineEvent(
  'rida.department.asked.v1',
  'A department was asked for an answer with a due time.',
  z.object({
    request: z.string(),
    department: z.string(),
    dueAt: instant,
    /** Id of the message with the question. Missing when the case itself is the question. */
    message: z.string().optional(),
    by: actor,
    /** The request of the department that passed the question on. */
    passedFrom: z.string().optional(),
  }),
);
