import * as z from 'zod';
import { defineEvent, instant } from './envelope.ts';
import { audience, clockName, priority, staffToNotify } from './vocabulary.ts';
/** A case was escalated one level because a deadline passed, or a contact with an investor is about to. */
export const caseEscalated = defineEvent(
  'rida.case.escalated.v1',
  'A case was escalated one level because a deadline passed, or a contact with an investor is about to.',
  z.object({
    clock: clockName,
    generation: z.int().nonnegative(),
    level: z.int().min(1).max(9),
    tell: audience,
    department: z.string(),
    priority: priority.optional(),
    dueAt: instant.optional(),
    assignee: z.string().optional(),
    staffToNotify,
  }),
);
