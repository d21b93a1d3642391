import * as z from 'zod';
import { defineEvent } from './envelope.ts';
import { slaAlert } from './sla-alert.ts';

/** Where a case is while it waits: no agent, an agent, a department, or a body outside the departments. */
const holder = z.enum(['unassigned', 'agent', 'department', 'outside']);
export type Holder = z.infer<typeof holder>;

/** A service-level clock passed its deadline. */
export const slaBreached = defineEvent(
  'rida.sla.breached.v1',
  'A service-level clock passed its deadline.',
  slaAlert.extend({
    /** `terms`: new settings or another priority put the deadline into the past, so the work was not late. */
    cause: z.enum(['time', 'terms']).optional(),
    /** Where the work was when the time passed. Missing in events from before it was recorded. */
    holder: holder.optional(),
  }),
);
