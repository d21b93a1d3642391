import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { surveyChannel, surveySuppression } from './vocabulary.ts';

/** A survey was not sent, with the reason. */
export const surveySuppressed = defineEvent(
  'rida.survey.suppressed.v1',
  'A survey was not sent, with the reason.',
  z.object({
    reason: surveySuppression,
    /** How it would have been asked. Missing in events from before there were several ways. */
    channel: surveyChannel.optional(),
    /** When the resolution made it possible. The balance of surveys counts it on that day. */
    eligibleAt: instant.optional(),
  }),
);
