/** The normal quantile of a 95 % interval. */
const Z = 1.959964;

/** A share with the interval that holds the true one in 95 of 100 samples; all between 0 and 1. */
export interface Share {
  readonly n: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval of `hits` among `n` (E. B. Wilson, JASA 22, 1927): honest for few answers,
 * where the usual one is not. Null for none.
 */
export function wilson(hits: number, n: number): Share | null {
  if (n === 0) return null;
  const share = hits / n;
  const scale = 1 + Z ** 2 / n;
  const middle = (share + Z ** 2 / (2 * n)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return { n, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** Below this many answers a share is not shown, because somebody could be recognised in it. */
export const HIDDEN_BELOW = 5;
/** Below this many it is shown as too few to judge by. */
export const FEW_BELOW = 30;

export type Standing = 'hidden' | 'few' | 'shown';

export const standingOf = (n: number): Standing =>
  n < HIDDEN_BELOW ? 'hidden' : n < FEW_BELOW ? 'few' : 'shown';
