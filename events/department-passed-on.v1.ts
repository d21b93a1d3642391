import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, staffToNotify } from './vocabulary.ts';
/** A department passed its question on to another one, which is asked by a request of its own. */
export const departmentPassedOn = defineEvent(
  'rida.department.passed-on.v1',
  'A department passed its question on to another one.',
  z.object({
    request: z.string(),
    department: z.string(),
    /** The other department, and its request. */
    to: z.string(),
    next: z.string(),
    /** Id of the message with the reason. */
    message: z.string(),
    by: actor,
    staffToNotify,
  }),
);
