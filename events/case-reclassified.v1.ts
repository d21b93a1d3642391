import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** What a case is about, or how urgent it is, was corrected. */
export const caseReclassified = defineEvent(
  'rida.case.reclassified.v1',
  'What a case is about, or how urgent it is, was corrected.',
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
    /** The assignee it lost because it went to another department. */
    unassigned: z.string().optional(),
  }),
);
