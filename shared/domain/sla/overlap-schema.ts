import type * as z from 'zod';
import type { LocalInterval } from './calendar.ts';

/** Report intervals of one day that overlap. */
export function noOverlap(intervals: readonly LocalInterval[], context: z.RefinementCtx): void {
  const sorted = [...intervals].sort(([a], [b]) => a.localeCompare(b));
  for (const [i, [from]] of sorted.entries()) {
    const previous = sorted[i - 1];
    if (previous !== undefined && from < previous[1]) {
      const message = `expected intervals that do not overlap, got ${previous.join('-')} and one from ${from}`;
      context.addIssue({ code: 'custom', message });
    }
  }
}
