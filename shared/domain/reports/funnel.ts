import { Z_95 } from '../statistics/wilson.ts';

/** The normal quantile of a two-sided 99.8 % limit, as funnel plots use it. */
const Z_998 = 3.090232306167813;

/** A group of a funnel plot, such as a department. */
interface FunnelPoint {
  readonly name: string;
  readonly n: number;
  readonly share: number;
  /** Beyond the 99.8 % limit; `inside` says nothing about the group. */
  readonly place: 'above' | 'below' | 'inside';
}

export interface Funnel {
  /** The share of all groups together. */
  readonly mean: number;
  readonly points: readonly FunnelPoint[];
}

/** The 95 % and 99.8 % limits of a group of `n` around the mean, between 0 and 1. */
export interface FunnelLimits {
  readonly n: number;
  readonly near: readonly [low: number, high: number];
  readonly far: readonly [low: number, high: number];
}

const bounded = (value: number): number => Math.min(1, Math.max(0, value));

/** Return the limits of a group of `n`. */
export function funnelLimits(mean: number, n: number): FunnelLimits {
  const error = Math.sqrt((mean * (1 - mean)) / n);
  const around = (z: number): readonly [number, number] => [
    bounded(mean - z * error),
    bounded(mean + z * error),
  ];
  return { n, near: around(Z_95), far: around(Z_998) };
}

/** Groups of fewer are too small for the limits, which assume a normal distribution. */
const LEAST = 10;

/**
 * Compare groups of different size with their common share (D. J. Spiegelhalter, "Funnel plots for comparing
 * institutional performance", Statistics in Medicine 24, 2005). A group beyond the 99.8 % limit differs by more than
 * chance; all others do not, whatever their order is. Return null without two groups to compare.
 */
export function funnelOf(
  groups: readonly { readonly name: string; readonly n: number; readonly share: number }[],
): Funnel | null {
  const large = groups.filter(({ n }) => n >= LEAST);
  if (large.length < 2) return null;
  const total = large.reduce((sum, { n }) => sum + n, 0);
  const mean = large.reduce((sum, { n, share }) => sum + n * share, 0) / total;
  const points = large.map(({ name, n, share }): FunnelPoint => {
    const [low, high] = funnelLimits(mean, n).far;
    return { name, n, share, place: share < low ? 'below' : share > high ? 'above' : 'inside' };
  });
  return { mean, points };
}
