import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { clockName, priority } from './vocabulary.ts';
/** A breach was announced wrongly: what was owed had been done in time and was recorded late. */
export const slaRetracted = defineEvent(
  'rida.sla.retracted.v1',
  'A breach was announced wrongly: what was owed had been done in time and was recorded late.',
  z.object({
    clock: clockName,
    generation: z.int().nonnegative(),
    dueAt: instant,
    department: z.string(),
    priority,
  }),
);
