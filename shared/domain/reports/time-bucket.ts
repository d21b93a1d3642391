/** Neighbouring buckets differ by this factor, so a value is known to within 5 %. */
const GROWTH = 1.05 / 0.95;
const LOG_GROWTH = Math.log(GROWTH);

/** The logarithmic bucket of a length of time in minutes; everything up to one minute is bucket 0. */
export const bucketOf = (minutes: number): number =>
  minutes <= 1 ? 0 : Math.ceil(Math.log(minutes) / LOG_GROWTH);

/** The length a bucket stands for, in minutes: at most 5 % from any value in it. */
export const minutesOf = (bucket: number): number =>
  bucket === 0 ? 1 : (2 * GROWTH ** bucket) / (GROWTH + 1);

/** The length below which a share of the counted values lies; null when none was counted. */
export function quantile(buckets: ReadonlyMap<number, number>, share: number): number | null {
  const inOrder = [...buckets].sort(([a], [b]) => a - b);
  const total = inOrder.reduce((sum, [, count]) => sum + count, 0);
  if (total === 0) return null;
  let seen = 0;
  for (const [bucket, count] of inOrder) {
    seen += count;
    if (seen >= share * total) return minutesOf(bucket);
  }
  return null;
}
