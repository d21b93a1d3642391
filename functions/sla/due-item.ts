import * as z from 'zod';
import { everyOf } from '#shared/domain/every-of.ts';
import type { DueEntry } from '#shared/ports/store.ts';

/** A message of the sweep: an item with a due timer. */
export const dueItem = z.object({
  /** `roster`: new settings came into force, and their staff is compared with the one before. */
  kind: z.enum(
    everyOf<DueEntry['kind'] | 'roster'>()(['case', 'call', 'staff', 'digest', 'call-out', 'roster']),
  ),
  id: z.string().min(1).max(120),
  dueAt: z.number(),
  /**
   * Present when new settings came into force: the case is processed although its timer is not due. `from` is
   * the version that was applied to all cases before.
   */
  retime: z.object({ from: z.int().nonnegative(), to: z.int().positive() }).optional(),
});
export type DueItem = z.infer<typeof dueItem>;
