import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { audience, clockName, priority, staffToNotify } from './vocabulary.ts';
/** A service-level clock is near its deadline. */
export const slaWarned = defineEvent(
  'rida.sla.warned.v1',
  'A service-level clock is near its deadline.',
  z.object({
    clock: clockName,
    generation: z.int().nonnegative(),
    dueAt: instant,
    tell: audience,
    department: z.string(),
    priority,
    /** User name of the assignee, for the audience `assignee`. */
    assignee: z.string().optional(),
    staffToNotify,
  }),
);
