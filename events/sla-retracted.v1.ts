import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { clockName, priority } from './vocabulary.ts';
/** A breach was retracted because the work was done in time or the terms changed. */
export const slaRetracted = defineEvent(
  'rida.sla.retracted.v1',
  'A breach was retracted because the work was done in time or the terms changed.',
  z.object({
    clock: clockName,
    generation: z.int().nonnegative(),
    dueAt: instant,
    /** The department of the case; for an answer that a department owes, the asked one. */
    department: z.string(),
    request: z.string().optional(),
    priority,
  }),
);
