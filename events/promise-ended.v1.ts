import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A promise to the beneficiary was kept, late, replaced or withdrawn. */
export const promiseEnded = defineEvent(
  'rida.promise.ended.v1',
  'A promise to the beneficiary was kept, late, replaced or withdrawn.',
  z.object({
    dueAt: instant,
    outcome: z.enum(['kept', 'late', 'replaced', 'withdrawn']),
    /** The promise was made to an investor whose plan is running. */
    plan: z.literal(true).optional(),
    by: actor,
  }),
);
