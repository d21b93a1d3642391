import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** An investor was contacted as their plan asks for, in time or late. */
export const planTouched = defineEvent(
  'rida.plan.touched.v1',
  'An investor was contacted as their plan asks for, in time or late.',
  z.object({
    /** The number of the contact in the plan. */
    touch: z.int().min(1),
    dueAt: instant,
    kept: z.boolean(),
    /** By staff, or by a call of Rida. */
    means: z.enum(['staff', 'call']),
    by: actor,
  }),
);
