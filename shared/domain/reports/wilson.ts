/** The normal quantile of a 95 % interval. */
const Z = 1.959964;

/** A share with its 95 % confidence interval. All values are between 0 and 1. */
export interface Share {
  readonly n: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Compute Wilson's score interval of `hits` among `n` (E. B. Wilson, JASA 22, 1927). Unlike the usual
 * interval it is accurate for few answers. Return null for `n` = 0.
 */
export function wilson(hits: number, n: number): Share | null {
  if (n === 0) return null;
  const share = hits / n;
  const scale = 1 + Z ** 2 / n;
  const middle = (share + Z ** 2 / (2 * n)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return { n, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Below this number of answers a share is hidden, because a person could be identified. */
const HIDDEN_BELOW = 5;
/** Below this number of answers a share is marked as too few to judge by. */
const FEW_BELOW = 30;

export type Significance = 'hidden' | 'few' | 'shown';

export const significanceOf = (n: number): Significance =>
  n < HIDDEN_BELOW ? 'hidden' : n < FEW_BELOW ? 'few' : 'shown';
