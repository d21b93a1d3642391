import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { language, surveyChannel } from './vocabulary.ts';
/** A beneficiary was invited to a survey about a resolution. */
export const surveyInvited = defineEvent(
  'rida.survey.invited.v1',
  'A beneficiary was invited to a survey about a resolution.',
  z.object({
    invitation: z.string(),
    mode: z.enum(['mail', 'phone', 'message']),
    /** Missing in events from before there were several ways. */
    channel: surveyChannel.optional(),
    definition: z.string(),
    language,
    expiresAt: instant,
    /** When the resolution made it possible. The balance of surveys counts it on that day. */
    eligibleAt: instant.optional(),
  }),
);
