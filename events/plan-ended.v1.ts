import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { planEnd } from './investor-vocabulary.ts';
import { actor } from './vocabulary.ts';
/** The follow-up plan of an investor ended. */
export const planEnded = defineEvent(
  'rida.plan.ended.v1',
  'The follow-up plan of an investor ended.',
  z.object({
    how: planEnd,
    by: actor,
    startedAt: instant,
    /** Number of procedures that were done, and of all. */
    done: z.int().nonnegative(),
    procedures: z.int().nonnegative(),
  }),
);
