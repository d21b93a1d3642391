import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, caseType, channel } from './vocabulary.ts';
/** A mail that was set aside as spam or dangerous turned out to be a case: it begins now. */
export const caseRestored = defineEvent(
  'rida.case.restored.v1',
  'A mail that was set aside as spam or dangerous turned out to be a case: it begins now.',
  z.object({
    by: actor,
    /** Why it had been set aside. */
    reason: z.string(),
    type: caseType,
    channel,
    department: z.string(),
  }),
);
