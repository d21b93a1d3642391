import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { language } from './vocabulary.ts';
/** A beneficiary was invited to a survey about a resolution. */
export const surveyInvited = defineEvent(
  'rida.survey.invited.v1',
  'A beneficiary was invited to a survey about a resolution.',
  z.object({
    invitation: z.string(),
    mode: z.enum(['mail', 'phone']),
    definition: z.string(),
    language,
    expiresAt: instant,
  }),
);
