import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, caseType, priority } from './vocabulary.ts';
/** A message of a case was selected for a new case. */
export const caseSplit = defineEvent(
  'rida.case.split.v1',
  'A message of a case was selected for a new case.',
  z.object({
    by: actor,
    /** The message that opens the new case. */
    message: z.string(),
    type: caseType,
    category: z.string(),
    department: z.string(),
    priority,
  }),
);
