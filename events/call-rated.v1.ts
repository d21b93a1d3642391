import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { language } from './vocabulary.ts';

/** A caller rated the call at its end, by keys. */
export const callRated = defineEvent(
  'rida.call.rated.v1',
  'A caller rated the call at its end, by keys.',
  z.object({
    contactId: z.string(),
    definition: z.string(),
    language,
    score: z.int().min(1).max(5),
    /** True when the matter of the call is finished. */
    finished: z.boolean(),
    /** The case of the call, when the survey was not about the case. */
    caseRef: z.string().optional(),
    /** The pseudonymous id of a caller with a known number. */
    beneficiaryId: z.string().max(80).optional(),
  }),
);
