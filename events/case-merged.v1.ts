import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A case was merged into another case about the same matter. */
export const caseMerged = defineEvent(
  'rida.case.merged.v1',
  'A case was merged into another case about the same matter.',
  z.object({
    into: z.string(),
    by: actor,
    /** Remaining working milliseconds of its clocks. The other case keeps the earliest deadline. */
    remaining: z.object({ firstResponse: z.int().optional(), resolution: z.int().optional() }),
    /** The open follow-up promise, and since when the beneficiary has waited for an answer. */
    promisedFor: instant.optional(),
    owedSince: instant.optional(),
  }),
);
