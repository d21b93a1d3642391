import { type Interval, Z_95 } from './wilson.ts';

/** A group of comparable units: the ends in it, and the time at risk, with the exposure and without. */
export interface RateCell {
  readonly exposed: { readonly ends: number; readonly time: number };
  readonly others: { readonly ends: number; readonly time: number };
}

export interface RateRatio extends Interval {
  /** The rate of the exposed, as a multiple of that of the others. */
  readonly ratio: number;
  /** Ends in groups with both kinds of units. All others say nothing. */
  readonly exposedEnds: number;
  readonly otherEnds: number;
}

/**
 * Compute the rate ratio of Mantel and Haenszel over groups, with its 95 % interval on the logarithmic scale (K. J.
 * Rothman, S. Greenland, T. L. Lash, "Modern Epidemiology", 2008, chapter 15). Return null when one kind of units has
 * no end in any group with both kinds.
 */
export function rateRatio(cells: readonly RateCell[]): RateRatio | null {
  let [above, below, spread, exposedEnds, otherEnds] = [0, 0, 0, 0, 0];
  for (const { exposed, others } of cells) {
    if (exposed.time <= 0 || others.time <= 0) continue;
    const time = exposed.time + others.time;
    above += (exposed.ends * others.time) / time;
    below += (others.ends * exposed.time) / time;
    spread += ((exposed.ends + others.ends) * exposed.time * others.time) / time ** 2;
    exposedEnds += exposed.ends;
    otherEnds += others.ends;
  }
  if (above === 0 || below === 0) return null;
  const ratio = above / below;
  const half = Z_95 * Math.sqrt(spread / (above * below));
  return {
    ...{ ratio, exposedEnds, otherEnds },
    ...{ low: ratio * Math.exp(-half), high: ratio * Math.exp(half) },
  };
}
