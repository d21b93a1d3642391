/** The normal quantile of a two-sided 95 % interval. */
export const Z_95 = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** A share with its 95 % confidence interval. All values are between 0 and 1. */
export interface Share extends Interval {
  readonly n: number;
  readonly share: number;
}

/**
 * Compute Wilson's score interval of a share (E. B. Wilson, JASA 22, 1927). `n` may be an effective sample
 * size, so it need not be a whole number. Unlike the usual interval it is accurate for few answers.
 */
export function wilsonInterval(share: number, n: number): Interval {
  const scale = 1 + Z_95 ** 2 / n;
  const middle = (share + Z_95 ** 2 / (2 * n)) / scale;
  const half = (Z_95 / scale) * Math.sqrt((share * (1 - share)) / n + Z_95 ** 2 / (4 * n ** 2));
  // At a share of 0 or 1 one end is that share. Rounding would miss it.
  return {
    low: share <= 0 ? 0 : Math.max(0, middle - half),
    high: share >= 1 ? 1 : Math.min(1, middle + half),
  };
}

/** Compute Wilson's score interval of `hits` among `n`. Return null for `n` = 0. */
export function wilson(hits: number, n: number): Share | null {
  return n === 0 ? null : { n, share: hits / n, ...wilsonInterval(hits / n, n) };
}
