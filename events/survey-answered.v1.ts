import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { caseType, channel, language } from './vocabulary.ts';
/** A beneficiary answered a survey. */
export const surveyAnswered = defineEvent(
  'rida.survey.answered.v1',
  'A beneficiary answered a survey.',
  z.object({
    invitation: z.string(),
    mode: z.enum(['mail', 'phone', 'message']),
    definition: z.string(),
    language,
    score: z.int().min(1).max(5),
    /** How easy it was, where the definition asks. */
    ease: z.int().min(1).max(5).optional(),
    /** Codes of the reasons for a low score, where the definition asks. */
    reasons: z.array(z.string().max(40)).max(10).optional(),
    finished: z.boolean(),
    hasComment: z.boolean(),
    late: z.boolean(),
    /** The answer corrects this earlier one, which is counted no more. */
    corrects: z.object({ score: z.int().min(1).max(5), finished: z.boolean() }).optional(),
    /** The answer came after the time for corrections. It is stored beside the first one and counts nowhere. */
    later: z.literal(true).optional(),
    /** Copied at resolution, so that a later reassignment does not move the rating. */
    department: z.string(),
    assignee: z.string().optional(),
    type: caseType,
    channel,
  }),
);
