import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, staffToNotify } from './vocabulary.ts';
/** A department answered what it was asked. */
export const departmentAnswered = defineEvent(
  'rida.department.answered.v1',
  'A department answered what it was asked.',
  z.object({
    request: z.string(),
    department: z.string(),
    message: z.string().optional(),
    by: actor,
    late: z.boolean(),
    staffToNotify,
  }),
);
