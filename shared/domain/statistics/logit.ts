import { type Interval, Z_95 } from './wilson.ts';

const logit = (share: number): number => Math.log(share / (1 - share));
const expit = (odds: number): number => 1 / (1 + Math.exp(-odds));

/**
 * Compute the 95 % logit interval of a share from the standard error of its design: a normal interval of the log odds
 * (E. L. Korn, B. I. Graubard, Analysis of Health Surveys, 1999, 2.2). It stays between 0 and 1 and, unlike Wilson's,
 * needs no effective sample size. A share of 0 or 1 has none: undefined.
 */
export function logitInterval(share: number, standardError: number): Interval | undefined {
  if (share <= 0 || share >= 1) return undefined;
  const half = (Z_95 * standardError) / (share * (1 - share));
  return { low: expit(logit(share) - half), high: expit(logit(share) + half) };
}
