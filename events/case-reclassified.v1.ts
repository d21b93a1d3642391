import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** The classification or priority of a case was corrected. */
export const caseReclassified = defineEvent(
  'rida.case.reclassified.v1',
  'The classification or priority of a case was corrected.',
  z.object({
    by: actor,
    changes: z
      .array(
        z.object({
          field: z.enum(['type', 'category', 'department', 'priority', 'segment', 'language']),
          from: z.string(),
          to: z.string(),
        }),
      )
      .min(1),
    /** The assignee that was removed because the department changed. */
    unassigned: z.string().optional(),
  }),
);
