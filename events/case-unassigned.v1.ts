import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, language } from './vocabulary.ts';
/** A case was returned to its department’s queue. */
export const caseUnassigned = defineEvent(
  'rida.case.unassigned.v1',
  'A case was returned to its department’s queue.',
  z.object({
    from: z.string(),
    by: actor,
    because: z.enum(['staff', 'absence', 'removal', 'hand-over']),
    department: z.string(),
    category: z.string(),
    language,
  }),
);
