import type { Interval, Share } from './wilson.ts';

/** A difference of two shares with its 95 % confidence interval, between −1 and 1. */
export interface Difference extends Interval {
  readonly estimate: number;
}

/**
 * Compute the difference of two independent shares, first − second, by the hybrid score method (R. G. Newcombe,
 * Statistics in Medicine 17, 1998, method 10).
 */
export function differenceOf(first: Share, second: Share): Difference {
  const estimate = first.share - second.share;
  return {
    estimate,
    low: estimate - Math.hypot(first.share - first.low, second.high - second.share),
    high: estimate + Math.hypot(first.high - first.share, second.share - second.low),
  };
}
