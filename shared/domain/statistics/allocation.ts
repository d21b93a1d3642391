import { StatisticsError } from './statistics-error.ts';

export interface PopulationStratum {
  readonly name: string;
  readonly population: number;
}

/** Fractions closer than this are equal: a difference of rounding must not break a tie. */
const TIE = 1e-9;

/**
 * Share out `rest` in proportion to √population. A stratum takes no more than its room. The remainder is shared
 * out among the others, in the same proportion.
 */
function shareOut(rest: number, rooms: readonly number[], weights: readonly number[]): number[] {
  const taken = rooms.map(() => 0);
  const open = new Set(rooms.keys());
  let left = rest;
  while (left > TIE && open.size > 0) {
    const sum = [...open].reduce((total, index) => total + (weights[index] ?? 0), 0);
    const share = (index: number) => (left * (weights[index] ?? 0)) / sum;
    const full = [...open].filter((index) => share(index) >= (rooms[index] ?? 0) - TIE);
    if (full.length === 0) {
      for (const index of open) taken[index] = share(index);
      return taken;
    }
    for (const index of full) {
      taken[index] = rooms[index] ?? 0;
      open.delete(index);
    }
    left -= full.reduce((total, index) => total + (rooms[index] ?? 0), 0);
  }
  return taken;
}

/** Round to whole numbers with the same sum: the largest remainders are rounded up, ties in the order given. */
function roundTogether(values: readonly number[], sum: number): number[] {
  const whole = values.map((value) => Math.floor(value + TIE));
  const missing = sum - whole.reduce((total, value) => total + value, 0);
  const remainder = (index: number) => Math.max(0, (values[index] ?? 0) - (whole[index] ?? 0));
  const order = [...values.keys()].sort((a, b) => {
    const by = remainder(b) - remainder(a);
    return Math.abs(by) < TIE ? a - b : by;
  });
  for (const index of order.slice(0, missing)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

/**
 * Allocate a sample of `n` to strata: first the floor, or the whole stratum if it is smaller, then the rest in
 * proportion to the root of the population, at most the population.
 *
 * @returns one size for each stratum, in the order given
 * @throws StatisticsError when `n` is below the sum of the floors or above the population
 */
export function allocate(strata: readonly PopulationStratum[], n: number, floor: number): number[] {
  const floors = strata.map(({ population }) => Math.min(population, floor));
  const least = floors.reduce((sum, size) => sum + size, 0);
  const most = strata.reduce((sum, { population }) => sum + population, 0);
  if (n < least) throw new StatisticsError(`n: expected at least ${least}, the sum of the floors, got ${n}`);
  if (n > most) throw new StatisticsError(`n: expected at most ${most}, the whole population, got ${n}`);
  const rooms = strata.map(({ population }, index) => population - (floors[index] ?? 0));
  const weights = strata.map(({ population }) => Math.sqrt(population));
  const more = roundTogether(shareOut(n - least, rooms, weights), n - least);
  return floors.map((size, index) => size + (more[index] ?? 0));
}
