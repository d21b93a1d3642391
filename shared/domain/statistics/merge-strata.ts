import { compareText } from '../text/compare-text.ts';
import type { ShareStratum } from './stratified.ts';

/** Strata that are estimated together, because one of them has too few answers. */
export interface MergedStratum extends ShareStratum {
  /** The names of its strata. */
  readonly of: readonly string[];
}

/**
 * A stratum whose variance is unknown or looks like none: fewer than two answers of several units, or equal answers
 * that are not those of everybody.
 */
const isWeak = ({ population, n, yes }: ShareStratum): boolean =>
  n < Math.min(2, population) || ((yes === 0 || yes === n) && n < population);

const join = (a: MergedStratum, b: MergedStratum): MergedStratum => {
  const of = [...a.of, ...b.of];
  return {
    ...{ of, name: of.join(' + '), population: a.population + b.population },
    ...{ n: a.n + b.n, yes: a.yes + b.yes },
  };
};

/**
 * Merge each stratum with too few or equal answers with its neighbour: the next larger one, or for the largest the one
 * before it. The result has the strata by population. One stratum alone stays as it is.
 */
export function mergeStrata(strata: readonly ShareStratum[]): MergedStratum[] {
  const sorted = strata
    .filter(({ population }) => population > 0)
    .map((stratum): MergedStratum => ({ ...stratum, of: [stratum.name] }))
    .sort((a, b) => a.population - b.population || compareText(a.name, b.name));
  for (;;) {
    const at = sorted.findIndex(isWeak);
    if (at === -1 || sorted.length < 2) return sorted;
    const from = Math.min(at, sorted.length - 2);
    const [a, b] = [sorted[from], sorted[from + 1]];
    if (!a || !b) return sorted;
    sorted.splice(from, 2, join(a, b));
  }
}
