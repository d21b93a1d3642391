import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { ratingSource, recoveryOutcome } from './task-vocabulary.ts';
import { actor } from './vocabulary.ts';

/** The recovery of a dissatisfied answer ended. One event for each answer that it was about. */
export const recoveryEnded = defineEvent(
  'rida.recovery.ended.v1',
  'The recovery of a dissatisfied answer ended.',
  z.object({
    about: z.string().max(120),
    source: ratingSource,
    outcome: recoveryOutcome,
    by: actor,
    department: z.string().optional(),
    service: z.string().optional(),
    answeredAt: instant,
    dueAt: instant,
    /** Ended at or before the due time. */
    inTime: z.boolean(),
    /** Working time of the centre from the answer to the end. */
    workingMinutes: z.number().nonnegative(),
    /** Attempts without reaching the person. */
    attempts: z.int().nonnegative(),
  }),
);
