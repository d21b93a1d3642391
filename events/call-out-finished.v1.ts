import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { callAnswers, callPurpose, disposition } from './vocabulary.ts';
/** Nobody calls any more: how it ended, and what was answered. */
export const callOutFinished = defineEvent(
  'rida.call-out.finished.v1',
  'Nobody calls any more: how it ended, and what was answered.',
  z.object({
    purpose: callPurpose,
    disposition,
    attempts: z.int().nonnegative(),
    answers: callAnswers,
    /** The questionnaire that was answered, with its version. */
    definition: z.string().optional(),
    /** The case it was about. */
    caseRef: z.string().optional(),
    /** The case that was registered in the call. */
    registered: z.string().optional(),
    /** What was told before, when late news changed it. */
    from: z.object({ disposition, answers: callAnswers }).optional(),
  }),
);
