import { type Interval, Z_95 } from '../statistics/wilson.ts';

/** Ratio of adjacent buckets, which makes a value accurate to 5 %. */
const GROWTH = 1.05 / 0.95;
const LOG_GROWTH = Math.log(GROWTH);
/** The ends of a bucket, as multiples of its duration. */
const LEAST_IN_BUCKET = 0.95;
const MOST_IN_BUCKET = 1.05;

/** Return the logarithmic bucket of a duration in minutes. Durations up to one minute are bucket 0. */
export const bucketOf = (minutes: number): number =>
  minutes <= 1 ? 0 : Math.ceil(Math.log(minutes) / LOG_GROWTH);

/**
 * Return the duration of a bucket in minutes. It differs from any value in the bucket by at most 5 %.
 * @internal exported for tests
 */
export const minutesOf = (bucket: number): number =>
  bucket === 0 ? 1 : (2 * GROWTH ** bucket) / (GROWTH + 1);

/** Return the band of a duration: two buckets, so that its ends differ by a fifth. Bands are fewer counters. */
export const bandOf = (minutes: number): number => Math.floor(bucketOf(minutes) / 2);

/** Durations by bucket, with the number of values in each. */
export type Buckets = ReadonlyMap<number, number>;

/** Return the number of values. */
const totalOf = (buckets: Buckets): number => [...buckets.values()].reduce((sum, count) => sum + count, 0);

/** Return the duration at a rank from 1, or null without so many values. */
function atRank(buckets: Buckets, rank: number): number | null {
  let seen = 0;
  for (const [bucket, count] of [...buckets].sort(([a], [b]) => a - b)) {
    seen += count;
    if (seen >= rank) return minutesOf(bucket);
  }
  return null;
}

/** Return the duration that a share of the values does not exceed, or null without values. */
export function quantile(buckets: Buckets, share: number): number | null {
  const total = totalOf(buckets);
  return total === 0 ? null : atRank(buckets, share * total);
}

/** A quantile with its 95 % interval in minutes. */
export interface QuantileEstimate extends Interval {
  readonly n: number;
  readonly value: number;
}

/**
 * Return the 95 % interval of a quantile by the ranks of its neighbours (G. J. Hahn, W. Q. Meeker, "Statistical
 * Intervals", 1991, section 5.2, normal approximation). Null without values.
 */
export function quantileInterval(buckets: Buckets, share: number): QuantileEstimate | null {
  const n = totalOf(buckets);
  if (n === 0) return null;
  const half = Z_95 * Math.sqrt(n * share * (1 - share));
  const value = atRank(buckets, share * n);
  const low = atRank(buckets, Math.max(1, Math.floor(n * share - half)));
  const high = atRank(buckets, Math.min(n, Math.ceil(n * share + half)));
  // Each end is a whole bucket, so that the interval holds every value that the bucket may be.
  return value === null || low === null || high === null
    ? null
    : { n, value, low: low * LEAST_IN_BUCKET, high: high * MOST_IN_BUCKET };
}
