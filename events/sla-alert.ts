import * as z from 'zod';
import { instant } from './envelope.ts';
import { audience, clockName, priority, staffToNotify } from './vocabulary.ts';

/** The data of a warning about a deadline, and of its breach. */
export const slaAlert = z.object({
  clock: clockName,
  generation: z.int().nonnegative(),
  dueAt: instant,
  tell: audience,
  /** The department of the case; for an answer that a department owes, the asked one. */
  department: z.string(),
  /** The request, for an answer that a department owes. */
  request: z.string().optional(),
  priority,
  /** User name of the assignee, for the audience `assignee`. */
  assignee: z.string().optional(),
  staffToNotify,
});
