import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A merged case was separated again. */
export const caseUnmerged = defineEvent(
  'rida.case.unmerged.v1',
  'A merged case was separated again.',
  z.object({
    from: z.string(),
    by: actor,
    /** When it was opened, of a case that is open again. */
    openedAt: instant.optional(),
  }),
);
