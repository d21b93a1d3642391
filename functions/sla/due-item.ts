import * as z from 'zod';

/** Work the sweep hands on: something whose timer has come due. */
export const dueItem = z.object({
  kind: z.enum(['case', 'call']),
  id: z.string().min(1).max(120),
  dueAt: z.number(),
});
export type DueItem = z.infer<typeof dueItem>;
