import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A follow-up was promised to the beneficiary. */
export const promiseMade = defineEvent(
  'rida.promise.made.v1',
  'A follow-up was promised to the beneficiary.',
  z.object({
    dueAt: instant,
    /** Due time of the promise that it replaces. */
    from: instant.optional(),
    by: actor,
  }),
);
