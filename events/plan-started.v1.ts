import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** The follow-up plan of an investor was started, or continued after its end. */
export const planStarted = defineEvent(
  'rida.plan.started.v1',
  'The follow-up plan of an investor was started, or continued after its end.',
  z.object({ by: actor, again: z.literal(true).optional() }),
);
