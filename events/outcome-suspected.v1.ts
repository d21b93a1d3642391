import * as z from 'zod';
import { defineEvent } from './envelope.ts';
/** A program, not a person, seems to have answered whether a matter is finished. */
export const outcomeSuspected = defineEvent(
  'rida.outcome.suspected.v1',
  'An answer looked like that of a program. It is kept apart: it counts nowhere and changes nothing.',
  z.object({
    question: z.string(),
    /** The page was not opened before, it was opened less than two seconds before, or its hidden button was used. */
    because: z.enum(['no-page', 'too-soon', 'hidden-button']),
  }),
);
