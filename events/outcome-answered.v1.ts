import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { caseType } from './vocabulary.ts';
/** A beneficiary said whether their matter is finished. */
export const outcomeAnswered = defineEvent(
  'rida.outcome.answered.v1',
  'A beneficiary confirmed or contested that their matter is finished.',
  z.object({
    /** Id of the question: one for each resolution. */
    question: z.string(),
    mode: z.enum(['mail', 'phone', 'message']),
    finished: z.boolean(),
    hasComment: z.boolean(),
    /** The answer corrects the earlier, opposite one. */
    corrected: z.literal(true).optional(),
    /** The answer came after the time for corrections. It is stored beside the first one and changes nothing. */
    later: z.literal(true).optional(),
    /** The sender of the case was never authenticated. The answer closes nothing and is not counted. */
    unproven: z.literal(true).optional(),
    department: z.string(),
    type: caseType,
  }),
);
