import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor } from './vocabulary.ts';
/** A case was merged into another that tells of the same matter. */
export const caseMerged = defineEvent(
  'rida.case.merged.v1',
  'A case was merged into another that tells of the same matter.',
  z.object({
    into: z.string(),
    by: actor,
    /** Working milliseconds its clocks still had: the earliest promise is kept by the other case. */
    remaining: z.object({ firstResponse: z.int().optional(), resolution: z.int().optional() }),
    /** The open promise to call back, and since when the beneficiary waits for an answer. */
    promisedFor: instant.optional(),
    owedSince: instant.optional(),
  }),
);
