import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { audience, clockName, priority, staffToNotify } from './vocabulary.ts';
/** A service-level clock passed its deadline unmet. */
export const slaBreached = defineEvent(
  'rida.sla.breached.v1',
  'A service-level clock passed its deadline unmet.',
  z.object({
    clock: clockName,
    generation: z.int().nonnegative(),
    dueAt: instant,
    tell: audience,
    department: z.string(),
    priority,
    /** Whom `assignee` and the watchers stand for. */
    assignee: z.string().optional(),
    staffToNotify,
    /** `terms`: new settings or another priority put the deadline into the past; nobody was late. */
    cause: z.enum(['time', 'terms']).optional(),
  }),
);
