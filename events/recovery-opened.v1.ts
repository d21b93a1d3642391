import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { ratingSource } from './task-vocabulary.ts';

/** A low score, or a matter that its person says is not finished, needs a recovery. One event for each answer. */
export const recoveryOpened = defineEvent(
  'rida.recovery.opened.v1',
  'A dissatisfied answer needs somebody who contacts its person.',
  z.object({
    /** The answer: a case and its invitation, a call, or an outgoing call. */
    about: z.string().max(120),
    source: ratingSource,
    score: z.int().min(1).max(5).optional(),
    finished: z.boolean().optional(),
    caseRef: z.string().optional(),
    department: z.string().optional(),
    service: z.string().optional(),
    /** When the person answered first. */
    answeredAt: instant,
    dueAt: instant,
    /** The member of staff who contacts the person. Missing when no member of staff may. */
    owner: z.string().optional(),
  }),
);
