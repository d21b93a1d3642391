import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { audience, clockName, priority } from './vocabulary.ts';
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
  }),
);
