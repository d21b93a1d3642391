import * as z from 'zod';
import { defineEvent } from './envelope.ts';
/** All procedures of an investor ended, and a call asks whether the matter is finished. */
export const planClosingDue = defineEvent(
  'rida.plan.closing-due.v1',
  'All procedures of an investor ended, and a call asks whether the matter is finished.',
  z.object({
    /** Names the call that asks, once for each time that all procedures have ended. */
    question: z.string(),
  }),
);
