import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { callAnswers, callPurpose, disposition } from './vocabulary.ts';
/** An outgoing call finished, with its disposition and answers. */
export const callOutFinished = defineEvent(
  'rida.call-out.finished.v1',
  'An outgoing call finished, with its disposition and answers.',
  z.object({
    purpose: callPurpose,
    disposition,
    attempts: z.int().nonnegative(),
    answers: callAnswers,
    /** The questionnaire, with its version. */
    definition: z.string().optional(),
    /** The case that the call was about. */
    caseRef: z.string().optional(),
    /** The case that was registered in the call. */
    registered: z.string().optional(),
    /** The earlier published values, when a late report changed them. */
    from: z.object({ disposition, answers: callAnswers }).optional(),
  }),
);
