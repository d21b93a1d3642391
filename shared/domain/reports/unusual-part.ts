import { type Share, wilson } from '../statistics/wilson.ts';
import type { Buckets } from './time-bucket.ts';

/** A part of a period with so many times the usual number is unusual. */
const UNUSUAL_TIMES = 5;

const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Return the place of the most unusual number; undefined when all are usual. */
function unusualAt(values: readonly number[], usual: number): number | undefined {
  const most = Math.max(0, ...values);
  return most >= UNUSUAL_TIMES * Math.max(1, usual) ? values.indexOf(most) : undefined;
}

/** Parts with something decide what is usual: weekly numbers are on one day of the week. */
const usualOf = (values: readonly number[]): number => middle(values.filter((value) => value > 0));

/** Return counts without the most unusual one, if there is one. */
export function usualCounts(values: readonly number[]): readonly number[] {
  const at = unusualAt(values, middle(values));
  return values.filter((_, index) => index !== at);
}

const hitsOf = ({ share, n }: Share): number => Math.round(share * n);

/** Return a share without the part that has unusually many units, if there is one; null when nothing else is left. */
export function usualShare(whole: Share, parts: readonly (Share | null)[]): Share | null {
  const sizes = parts.map((part) => part?.n ?? 0);
  const at = unusualAt(sizes, usualOf(sizes));
  const part = at === undefined ? undefined : parts[at];
  if (!part) return whole;
  const n = Math.max(0, whole.n - part.n);
  return wilson(Math.min(n, Math.max(0, hitsOf(whole) - hitsOf(part))), n);
}

const sizeOf = (buckets: Buckets): number => [...buckets.values()].reduce((sum, count) => sum + count, 0);

/** Return durations without those of the part that has unusually many, if there is one. */
export function usualTimes(whole: Buckets, parts: readonly Buckets[]): Buckets {
  const sizes = parts.map(sizeOf);
  const at = unusualAt(sizes, usualOf(sizes));
  const part = at === undefined ? undefined : parts[at];
  if (!part) return whole;
  return new Map([...whole].map(([bucket, count]) => [bucket, Math.max(0, count - (part.get(bucket) ?? 0))]));
}
