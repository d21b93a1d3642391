import { allocate } from '../../statistics/allocation.ts';
import { compareText } from '../../text/compare-text.ts';

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

/** The parts of the services in a sample. */
export interface WeekAllocation {
  /** By name. */
  readonly strata: readonly WeekStratum[];
  /** The floor of each stratum. It is lower than usual when there are more strata than calls. */
  readonly floor: number;
  /** Complete interviews to be expected when the whole population is below what the target needs. */
  readonly reachable?: number;
}

/** Number of persons to draw for a target, in whole replicates. */
const sampleSize = ({ target, completion }: WeekAim): number =>
  Math.ceil(target / completion / REPLICATE - 1e-9) * REPLICATE;

/** Lower the floor until the floors of all strata fit into a sample. */
function fittingFloor(populations: readonly number[], n: number): number {
  for (let floor = FLOOR; floor > 0; floor -= 1)
    if (populations.reduce((sum, size) => sum + Math.min(size, floor), 0) <= n) return floor;
  return 0;
}

/**
 * Share a sample out to the services: each gets a floor and a part of the rest in proportion to the root of its users
 * (`allocate`).
 *
 * @param populations the number of persons of each service who can be asked
 */
export function allocateWeek(populations: ReadonlyMap<string, number>, aim: WeekAim): WeekAllocation {
  const strata = [...populations]
    .map(([name, population]) => ({ name, population }))
    .sort((a, b) => compareText(a.name, b.name));
  const persons = strata.reduce((sum, { population }) => sum + population, 0);
  const wanted = sampleSize(aim);
  const n = Math.min(wanted, persons);
  const floor = fittingFloor(
    strata.map(({ population }) => population),
    n,
  );
  const sizes = allocate(strata, n, floor);
  const reachable = Math.floor(persons * aim.completion);
  return {
    strata: strata.map((one, index) => ({ ...one, drawn: sizes[index] ?? 0 })),
    floor,
    ...(persons < wanted && reachable < aim.target && { reachable }),
  };
}

/** A person in the order of the draw. */
interface Keyed {
  /** A keyed hash of the week's seed over the person, in hexadecimal. */
  readonly key: string;
}

const byKey = (a: Keyed, b: Keyed): number => compareText(a.key, b.key);

/** The text of a person and of a service that is hashed for the draw. */
export const drawnText = {
  person: (id: string): string => `person:${id}`,
  stratum: (name: string): string => `stratum:${name}`,
};

/** Keeps the persons with the lowest keys of each service, as many as are drawn. Its memory is that of the sample. */
export class LowestKeys<T extends Keyed> {
  readonly #sizes: ReadonlyMap<string, number>;
  readonly #kept = new Map<string, T[]>();

  constructor({ strata }: WeekAllocation) {
    this.#sizes = new Map(strata.map(({ name, drawn }) => [name, drawn]));
  }

  add(stratum: string, one: T): void {
    const kept = this.#kept.get(stratum);
    if (kept === undefined) this.#kept.set(stratum, [one]);
    else kept.push(one);
    const size = this.#sizes.get(stratum) ?? 0;
    if (kept && kept.length > 2 * size + REPLICATE) kept.sort(byKey).splice(size);
  }

  /** Return the drawn persons of each service, the lowest key first. */
  drawn(): ReadonlyMap<string, readonly T[]> {
    return new Map(
      [...this.#kept].map(([name, kept]) => [name, kept.sort(byKey).slice(0, this.#sizes.get(name) ?? 0)]),
    );
  }
}

/** A number 0 ≤ n < 1 from the first digits of a hash. */
const fraction = (hex: string): number => Number.parseInt(hex.slice(0, 12), 16) / 16 ** 12;

/**
 * Put the drawn persons into replicates: from all services in proportion. The persons of a service are spread evenly
 * over them from a random start, so that the released part of the sample is a sample too, however many replicates are
 * released.
 *
 * @param drawn the persons of each service, the lowest key first
 * @param keyOf a keyed hash of the week's seed over a text, in hexadecimal: the same on every machine
 */
export function replicatesOf<T extends Keyed>(
  drawn: ReadonlyMap<string, readonly T[]>,
  keyOf: (of: string) => string,
): readonly (readonly T[])[] {
  const placed = [...drawn].flatMap(([name, persons]) => {
    const start = fraction(keyOf(drawnText.stratum(name)));
    return persons.map((one, rank) => ({ one, place: (rank + start) / persons.length }));
  });
  placed.sort((a, b) => a.place - b.place || byKey(a.one, b.one));
  const all = placed.map(({ one }) => one);
  return Array.from({ length: Math.ceil(all.length / REPLICATE) }, (_, index) =>
    all.slice(index * REPLICATE, (index + 1) * REPLICATE),
  );
}
