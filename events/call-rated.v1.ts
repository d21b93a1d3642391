import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { language } from './vocabulary.ts';

/** Whoever called rated the call at its end. */
export const callRated = defineEvent(
  'rida.call.rated.v1',
  'Whoever called rated the call at its end, by keys.',
  z.object({
    contactId: z.string(),
    definition: z.string(),
    language,
    score: z.int().min(1).max(5),
    /** Whether the caller got what they called for. */
    finished: z.boolean(),
    /** The case the call was about, which was not to be asked about. */
    caseRef: z.string().optional(),
  }),
);
