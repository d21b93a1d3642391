import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** The beneficiary was promised to hear from the centre by an instant. */
export const promiseMade = defineEvent(
  'rida.promise.made.v1',
  'The beneficiary was promised to hear from the centre by an instant.',
  z.object({
    dueAt: instant,
    /** The promise it takes the place of. */
    from: instant.optional(),
    by: actor,
  }),
);
