import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { caseType, channel, language } from './vocabulary.ts';
/** A beneficiary answered a survey. */
export const surveyAnswered = defineEvent(
  'rida.survey.answered.v1',
  'A beneficiary answered a survey.',
  z.object({
    invitation: z.string(),
    mode: z.enum(['mail', 'phone']),
    definition: z.string(),
    language,
    score: z.int().min(1).max(5),
    finished: z.boolean(),
    hasComment: z.boolean(),
    late: z.boolean(),
    /** Copied at resolution, so that a later reassignment does not move the rating. */
    department: z.string(),
    assignee: z.string().optional(),
    type: caseType,
    channel,
  }),
);
