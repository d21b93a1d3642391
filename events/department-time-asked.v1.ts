import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor, staffToNotify } from './vocabulary.ts';
/** A department asked for more time, with a reason. */
export const departmentTimeAsked = defineEvent(
  'rida.department.time-asked.v1',
  'A department asked for more time.',
  z.object({
    request: z.string(),
    department: z.string(),
    until: instant,
    /** Id of the message with the reason. */
    message: z.string(),
    by: actor,
    staffToNotify,
  }),
);
