import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { audience, clockName, priority, staffToNotify } from './vocabulary.ts';
/** A service-level clock passed its deadline. */
export const slaBreached = defineEvent(
  'rida.sla.breached.v1',
  'A service-level clock passed its deadline.',
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
    /** `terms`: new settings or another priority put the deadline into the past, so the work was not late. */
    cause: z.enum(['time', 'terms']).optional(),
  }),
);
