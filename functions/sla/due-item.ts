import * as z from 'zod';

/** Work the sweep hands on: something whose timer has come due. */
export const dueItem = z.object({
  kind: z.enum(['case', 'call', 'staff', 'digest', 'call-out']),
  id: z.string().min(1).max(120),
  dueAt: z.number(),
  /**
   * Settings came into force: a case is looked at although its timer has not come due. `from` is the version
   * that had reached every case before.
   */
  retime: z.object({ from: z.int().nonnegative(), to: z.int().positive() }).optional(),
});
export type DueItem = z.infer<typeof dueItem>;
