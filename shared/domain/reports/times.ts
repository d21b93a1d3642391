import { type Share, wilson } from '../statistics/wilson.ts';
import type { Tally } from './tally.ts';
import type { Buckets } from './time-bucket.ts';

/** The clocks of the answers to a beneficiary. */
export type ResponseClock = 'firstResponse' | 'nextResponse';

/** Return the histogram of working time at the end of a counter's name: bucket and number of values. */
export const bucketsOf = (counts: Tally, ...path: Parameters<Tally['by']>): Buckets =>
  new Map(counts.by(...path).map(([bucket, count]) => [Number(bucket), count]));

/** Return the share of responses in time, of one department or of all. */
export function responseKept(
  counts: Tally,
  clock: ResponseClock,
  department: readonly string[] = [],
): Share | null {
  const kept = counts.sum('answered', clock, 'kept', ...department);
  return wilson(kept, kept + counts.sum('answered', clock, 'late', ...department));
}

/** Return the share of first resolutions before which the beneficiary did not write again. */
export function firstContactShare(counts: Tally, department: readonly string[] = []): Share | null {
  const once = counts.sum('first-contact', 'yes', ...department);
  return wilson(once, once + counts.sum('first-contact', 'no', ...department));
}

/**
 * Return the share of resolutions in time, of all whose deadline was met or passed, in one department or in all. A
 * deadline counts on the day on which it passes: a case that is overdue and still open is a miss, and is not hidden
 * until it is resolved.
 */
export function resolutionKept(counts: Tally, department: readonly string[] = []): Share | null {
  const kept = counts.sum('resolution', 'kept', ...department);
  // A breach that was retracted in another department than it was counted in leaves a negative rest.
  const missed = Math.max(0, counts.sum('breached', 'resolution', ...department));
  return wilson(kept, kept + missed + counts.sum('missed-unannounced', ...department));
}
