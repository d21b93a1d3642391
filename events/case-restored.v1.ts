import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, caseType, channel } from './vocabulary.ts';
/** A case that a spam or virus verdict had closed was restored. */
export const caseRestored = defineEvent(
  'rida.case.restored.v1',
  'A case that a spam or virus verdict had closed was restored.',
  z.object({
    by: actor,
    /** The reason of the quarantine. */
    reason: z.string(),
    type: caseType,
    channel,
    department: z.string(),
  }),
);
