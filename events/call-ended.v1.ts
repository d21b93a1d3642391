import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';

/** A call is over. */
export const callEnded = defineEvent(
  'rida.call.ended.v1',
  'A call is over.',
  z.object({
    contactId: z.string(),
    startedAt: instant,
    seconds: z.int().nonnegative(),
    queued: z.boolean(),
    answered: z.boolean(),
    waitSeconds: z.int().nonnegative().optional(),
    reason: z.string().optional(),
    caseRef: z.string().optional(),
  }),
);
