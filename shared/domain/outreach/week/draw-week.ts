import { allocate } from '../../statistics/allocation.ts';
import { compareText } from '../../text/compare-text.ts';
import type { WeekUnit } from './population.ts';

/**
 * Persons are released for calling in groups of this size, each a random part of the sample.
 * @internal exported for tests
 */
export const REPLICATE = 50;
/** The least number of persons drawn from a service, or all its users if there are fewer. */
const FLOOR = 5;

/** The aim of a week, and the usual share of complete interviews. */
export interface WeekAim {
  /** Number of complete interviews. */
  readonly target: number;
  /** Share of the called persons who complete it, above 0 and at most 1. */
  readonly completion: number;
}

export interface WeekStratum {
  readonly name: string;
  readonly population: number;
  readonly drawn: number;
}

/** A drawn person. The replicates are numbered from 1 and released in this order. */
interface DrawnUnit<U extends WeekUnit = WeekUnit> {
  readonly unit: U;
  readonly replicate: number;
}

export interface DrawnWeek<U extends WeekUnit = WeekUnit> {
  readonly strata: readonly WeekStratum[];
  readonly drawn: readonly DrawnUnit<U>[];
  readonly replicates: number;
  /** The floor of each stratum. It is lower than usual when there are more strata than calls. */
  readonly floor: number;
  /** Complete interviews to be expected when the whole population is below what the target needs. */
  readonly reachable?: number;
}

/** Number of persons to draw for a target, in whole replicates. @internal exported for tests */
export const sampleSize = ({ target, completion }: WeekAim): number =>
  Math.ceil(target / completion / REPLICATE - 1e-9) * REPLICATE;

/** Lower the floor until the floors of all strata fit into a sample. */
function fittingFloor(populations: readonly number[], n: number): number {
  for (let floor = FLOOR; floor > 0; floor -= 1)
    if (populations.reduce((sum, size) => sum + Math.min(size, floor), 0) <= n) return floor;
  return 0;
}

/** Group units by stratum, the strata by name. */
function strataOf<U extends WeekUnit>(units: readonly U[]): (readonly [string, readonly U[]])[] {
  const strata = new Map<string, U[]>();
  for (const unit of units) {
    const members = strata.get(unit.stratum);
    if (members) members.push(unit);
    else strata.set(unit.stratum, [unit]);
  }
  return [...strata].sort(([a], [b]) => compareText(a, b));
}

/** A number 0 ≤ n < 1 from the first digits of a hash. */
const fraction = (hex: string): number => Number.parseInt(hex.slice(0, 12), 16) / 16 ** 12;

/**
 * Draw the sample of a week. Each service gets a floor and a part of the rest in proportion to the root of its users
 * (`allocate`). Within a service the persons with the lowest keys are drawn. The replicates are drawn from all services
 * in proportion: the persons of a service are spread evenly over them from a random start, so that the released part of
 * the sample is a sample too, however many replicates are released.
 *
 * @param keyOf a keyed hash of the week's seed over a text, in hexadecimal: the same on every machine
 */
export function drawWeek<U extends WeekUnit>(
  units: readonly U[],
  aim: WeekAim,
  keyOf: (of: string) => string,
): DrawnWeek<U> {
  const strata = strataOf(units);
  const wanted = sampleSize(aim);
  const n = Math.min(wanted, units.length);
  const populations = strata.map(([, { length }]) => length);
  const floor = fittingFloor(populations, n);
  const sizes = allocate(
    strata.map(([name, { length }]) => ({ name, population: length })),
    n,
    floor,
  );
  const placed = strata.flatMap(([name, members], index) => {
    const size = sizes[index] ?? 0;
    const start = fraction(keyOf(`stratum:${name}`));
    return members
      .map((unit) => ({ unit, key: keyOf(`person:${unit.person}`) }))
      .sort((a, b) => compareText(a.key, b.key) || compareText(a.unit.person, b.unit.person))
      .slice(0, size)
      .map(({ unit, key }, rank) => ({ unit, key, place: (rank + start) / size }));
  });
  placed.sort((a, b) => a.place - b.place || compareText(a.key, b.key));
  const short = units.length < wanted && Math.floor(units.length * aim.completion) < aim.target;
  return {
    strata: strata.map(([name, { length }], index) => ({
      ...{ name, population: length, drawn: sizes[index] ?? 0 },
    })),
    drawn: placed.map(({ unit }, index) => ({ unit, replicate: Math.floor(index / REPLICATE) + 1 })),
    replicates: Math.ceil(placed.length / REPLICATE),
    floor,
    ...(short && { reachable: Math.floor(units.length * aim.completion) }),
  };
}
