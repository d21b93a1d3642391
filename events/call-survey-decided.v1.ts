import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { surveySuppression } from './vocabulary.ts';

/** At the end of a call, its caller was asked for an opinion, or was not, with the reason. */
export const callSurveyDecided = defineEvent(
  'rida.call.survey-decided.v1',
  'At the end of a call, its caller was asked for an opinion, or was not, with the reason.',
  z.object({
    contactId: z.string(),
    /** Why the caller is not asked. Missing when they are. */
    reason: surveySuppression.optional(),
    caseRef: z.string().optional(),
  }),
);
