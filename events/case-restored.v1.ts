import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { actor, caseType, channel, language, segment } from './vocabulary.ts';
/** A case without clocks was restored to work: a verdict had closed it, or it seemed to be a newsletter. */
export const caseRestored = defineEvent(
  'rida.case.restored.v1',
  'A case that a verdict had closed, or that seemed to be a newsletter, was restored.',
  z.object({
    by: actor,
    /** The reason of the quarantine, or the kind of machine. */
    reason: z.string(),
    type: caseType,
    channel,
    department: z.string(),
    /** Missing in events from before these were counted. */
    category: z.string().optional(),
    segment: segment.optional(),
    language: language.optional(),
    district: z.string().optional(),
    service: z.string().optional(),
    /** It was in the figures before: it was a newsletter without clocks, and not closed. */
    isCounted: z.literal(true).optional(),
  }),
);
