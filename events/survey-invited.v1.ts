import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { language } from './vocabulary.ts';
/** A beneficiary is asked whether the matter is finished and how satisfied they are. */
export const surveyInvited = defineEvent(
  'rida.survey.invited.v1',
  'A beneficiary is asked whether the matter is finished and how satisfied they are.',
  z.object({
    invitation: z.string(),
    mode: z.enum(['mail', 'phone']),
    definition: z.string(),
    language,
    expiresAt: instant,
  }),
);
