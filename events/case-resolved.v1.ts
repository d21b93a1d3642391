import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { actor, caseType, channel, segment, staffToNotify } from './vocabulary.ts';
/** The centre says the matter is finished. */
export const caseResolved = defineEvent(
  'rida.case.resolved.v1',
  'The centre says the matter is finished.',
  z.object({
    by: actor,
    type: caseType,
    category: z.string(),
    department: z.string(),
    segment,
    channel,
    openedAt: instant,
    generation: z.int().nonnegative(),
    /** Verdicts of the clocks at this moment; absent where the policy sets no target. */
    firstResponseKept: z.boolean().optional(),
    resolutionKept: z.boolean().optional(),
    /** Working minutes from opening to resolution, pauses left out. */
    workingMinutes: z.int().nonnegative(),
    /** Cases that end with it. */
    children: z.array(z.string()).max(200).optional(),
    staffToNotify,
  }),
);
