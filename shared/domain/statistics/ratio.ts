import { type Interval, wilsonInterval } from './wilson.ts';

/** A ratio of two values with its 95 % confidence interval. 1 means that both are equal. */
export interface Ratio extends Interval {
  readonly estimate: number;
}

/** A value above zero with its 95 % interval. */
export interface Estimated extends Interval {
  readonly value: number;
}

/**
 * Compute the ratio of two independent estimates, first over second, on the logarithmic scale by the method of variance
 * estimates recovery (G. Y. Zou, A. Donner, Statistics in Medicine 27, 2008). Newcombe's interval of a difference is
 * the same method for shares.
 */
export function ratioOf(first: Estimated, second: Estimated): Ratio {
  const [a, b] = [first, second].map(({ value, low, high }) => ({
    log: Math.log(value),
    down: Math.log(value / low),
    up: Math.log(high / value),
  })) as [Arms, Arms];
  const log = a.log - b.log;
  return {
    estimate: Math.exp(log),
    low: Math.exp(log - Math.hypot(a.down, b.up)),
    high: Math.exp(log + Math.hypot(a.up, b.down)),
  };
}

interface Arms {
  readonly log: number;
  readonly down: number;
  readonly up: number;
}

const sumOf = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Return how much more counts vary than by chance alone: the variance over the mean, at least 1. */
function dispersion(values: readonly number[]): number {
  const mean = sumOf(values) / values.length;
  if (values.length < 2 || mean <= 0) return 1;
  const variance = sumOf(values.map((value) => (value - mean) ** 2)) / (values.length - 1);
  return Math.max(1, variance / mean);
}

/**
 * Compute the ratio of two rates from counts of equally long parts of time, first over second. Given their sum, the
 * counts of the first are binomial, so that Wilson's interval of their share is one of the ratio; the dispersion of the
 * parts makes the sum an effective one. Null when nothing was counted. `high` is infinite when the second may be zero.
 */
export function ratioOfRates(first: readonly number[], second: readonly number[]): Ratio | null {
  const total = sumOf(first) + sumOf(second);
  if (total <= 0 || first.length === 0 || second.length === 0) return null;
  const share = Math.min(1, Math.max(0, sumOf(first) / total));
  const { low, high } = wilsonInterval(share, total / Math.max(dispersion(first), dispersion(second)));
  const ratio = (of: number): number => (of / (1 - of)) * (second.length / first.length);
  return { estimate: ratio(share), low: ratio(low), high: ratio(high) };
}
