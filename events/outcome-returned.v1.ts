import * as z from 'zod';
import { asked, notAsked } from './case-resolved.v1.ts';
import { defineEvent, instant } from './envelope.ts';
import { surveyChannel } from './vocabulary.ts';
/** The mail that asked whether a matter is finished did not arrive. */
export const outcomeReturned = defineEvent(
  'rida.outcome.returned.v1',
  'The mail that asked whether a matter is finished did not arrive: it is asked otherwise, or not at all.',
  z.object({
    question: z.string(),
    /** How the beneficiary is asked now, or why not. */
    asks: z.enum([...asked.options, ...notAsked.options]),
    /** The survey that went out beside the question and was not put. Missing when there was none. */
    survey: z.object({ channel: surveyChannel }).optional(),
    /** When the case was resolved. The figures correct that day. */
    resolvedAt: instant,
  }),
);
