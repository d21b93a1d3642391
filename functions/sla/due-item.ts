import * as z from 'zod';

/** Work the sweep hands on: something whose timer has come due. */
export const dueItem = z.object({
  kind: z.enum(['case', 'call', 'staff', 'digest']),
  id: z.string().min(1).max(120),
  dueAt: z.number(),
  /** Version of settings that came into force: a case is looked at although its timer has not come due. */
  retime: z.int().positive().optional(),
});
export type DueItem = z.infer<typeof dueItem>;
