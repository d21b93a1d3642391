import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, caseType, priority } from './vocabulary.ts';
/** A message of a case is to become a case of its own. */
export const caseSplit = defineEvent(
  'rida.case.split.v1',
  'A message of a case is to become a case of its own.',
  z.object({
    by: actor,
    /** The message that begins the other case. */
    message: z.string(),
    type: caseType,
    category: z.string(),
    department: z.string(),
    priority,
  }),
);
