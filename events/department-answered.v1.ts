import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, staffToNotify } from './vocabulary.ts';
/** A department answered a request. */
export const departmentAnswered = defineEvent(
  'rida.department.answered.v1',
  'A department answered a request.',
  z.object({
    request: z.string(),
    department: z.string(),
    message: z.string().optional(),
    by: actor,
    late: z.boolean(),
    /** After the first due time, and within the time that was granted since. */
    extended: z.literal(true).optional(),
    /** Working time of the department from the question to the answer. */
    workingMinutes: z.int().nonnegative().optional(),
    staffToNotify,
  }),
);
