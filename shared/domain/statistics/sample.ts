import { compareText } from '../text/compare-text.ts';
import { allocate } from './allocation.ts';
import { StatisticsError } from './statistics-error.ts';

/** A unit of the population, such as a person, and the stratum in which it is drawn. */
export interface SampleUnit {
  readonly id: string;
  readonly stratum: string;
}

export interface DrawnStratum<T extends SampleUnit> {
  readonly name: string;
  readonly population: number;
  readonly drawn: readonly T[];
}

/**
 * Draw a sample: allocate it to the strata, and take from each the units with the lowest keys. A unit that is
 * listed more than once counts once, where it is listed first. The order of the list has no effect otherwise.
 *
 * @param keyOf the sort key of a unit, a keyed hash of the seed: the same on every machine
 * @param floor the least number of units of a stratum, or the whole stratum if it is smaller
 * @throws StatisticsError when `n` is above the population or below the sum of the floors
 */
export function drawSample<T extends SampleUnit>(
  units: readonly T[],
  { n, floor, keyOf }: { readonly n: number; readonly floor: number; keyOf(id: string): string },
): DrawnStratum<T>[] {
  const strata = new Map<string, T[]>();
  const seen = new Set<string>();
  for (const unit of units) {
    if (seen.has(unit.id)) continue;
    seen.add(unit.id);
    const stratum = strata.get(unit.stratum) ?? [];
    strata.set(unit.stratum, stratum);
    stratum.push(unit);
  }
  if (strata.size === 0) throw new StatisticsError('list: expected at least one unit');
  // By name, so that ties of the allocation do not depend on the order of the list.
  const sorted = [...strata].sort(([a], [b]) => compareText(a, b));
  const populations = sorted.map(([name, { length }]) => ({ name, population: length }));
  const sizes = allocate(populations, n, floor);
  return sorted.map(([name, members], index) => ({
    ...{ name, population: members.length },
    drawn: members
      .map((unit) => ({ unit, key: keyOf(unit.id) }))
      .sort((a, b) => compareText(a.key, b.key) || compareText(a.unit.id, b.unit.id))
      .slice(0, sizes[index])
      .map(({ unit }) => unit),
  }));
}
