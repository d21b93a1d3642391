import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A department was asked to answer by an instant. */
export const departmentAsked = defineEvent(
  'rida.department.asked.v1',
  'A department was asked to answer by an instant.',
  z.object({
    request: z.string(),
    department: z.string(),
    dueAt: instant,
    /** The question, absent when the case itself is the question. */
    message: z.string().optional(),
    by: actor,
  }),
);
