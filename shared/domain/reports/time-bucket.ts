/** Ratio of adjacent buckets, which makes a value accurate to 5 %. */
const GROWTH = 1.05 / 0.95;
const LOG_GROWTH = Math.log(GROWTH);

/** Return the logarithmic bucket of a duration in minutes. Durations up to one minute are bucket 0. */
export const bucketOf = (minutes: number): number =>
  minutes <= 1 ? 0 : Math.ceil(Math.log(minutes) / LOG_GROWTH);

/**
 * Return the duration of a bucket in minutes. It differs from any value in the bucket by at most 5 %.
 * @internal exported for tests
 */
export const minutesOf = (bucket: number): number =>
  bucket === 0 ? 1 : (2 * GROWTH ** bucket) / (GROWTH + 1);

/** Return the duration that a share of the values does not exceed, or null without values. */
export function quantile(buckets: ReadonlyMap<number, number>, share: number): number | null {
  const sorted = [...buckets].sort(([a], [b]) => a - b);
  const total = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  let seen = 0;
  for (const [bucket, count] of sorted) {
    seen += count;
    if (seen >= share * total) return minutesOf(bucket);
  }
  return null;
}
