import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import { everyOf } from '../every-of.ts';
import type { Measure } from './counter-name.ts';

/** Cases opened and resolved on one day. */
export interface DayLine {
  readonly day: string;
  readonly opened: number;
  readonly resolved: number;
}

/** Counters summed over days and shards, read by measure and leading dimensions. */
export interface Tally {
  /** By day, earliest first, with the shards of a day combined. */
  readonly perDay: readonly DayLine[];
  /** Sum a measure over every value of the remaining dimensions. */
  sum(measure: Measure, ...values: readonly string[]): number;
  /** Return the values of the next dimension, each with its sum, largest first. */
  by(measure: Measure, ...values: readonly string[]): readonly (readonly [value: string, count: number])[];
}

interface Node {
  count: number;
  readonly next: Map<string, Node>;
}

const node = (): Node => ({ count: 0, next: new Map() });

/** Measures that are also reported by day. */
type Daily = Extract<Measure, 'opened' | 'resolved'>;
const DAILY: ReadonlySet<string> = new Set(everyOf<Daily>()(['opened', 'resolved']));

interface Sum {
  readonly name: string;
  readonly measure: string;
  readonly daily: Daily | undefined;
  count: number;
}

const sumOf = (name: string): Sum => {
  const end = name.indexOf('|');
  const measure = end < 0 ? name : name.slice(0, end);
  return { name, measure, count: 0, daily: DAILY.has(measure) ? (measure as Daily) : undefined };
};

/** The counters of some days, summed by name. They are added to those of other days without looking at the days. */
export class Sums {
  readonly #sums = new Map<string, Sum>();
  readonly #lines = new Map<string, { day: string; opened: number; resolved: number }>();

  /** Made of the sums as they are, until something is added. */
  #tally: Tally | undefined;

  /** Add the counters of a day or of a shard of it. */
  add({ day, counts }: Pick<DayFigures, 'day' | 'counts'>): void {
    this.#tally = undefined;
    const line = this.#lineOf(day);
    // A record has no inherited names; a loop over them makes no list of them.
    for (const name in counts) {
      const sum = this.#sumOf(name);
      const count = counts[name] ?? 0;
      sum.count += count;
      if (sum.daily !== undefined) line[sum.daily] += count;
    }
  }

  /** Add the sums of other days. */
  addAll(other: Sums): void {
    this.#tally = undefined;
    for (const { name, count } of other.#sums.values()) this.#sumOf(name).count += count;
    for (const { day, opened, resolved } of other.#lines.values()) {
      const line = this.#lineOf(day);
      line.opened += opened;
      line.resolved += resolved;
    }
  }

  /** Return the sums by measure and dimension. The names of a measure are parsed when it is first read. */
  tally(): Tally {
    this.#tally ??= this.#made();
    return this.#tally;
  }

  #made(): Tally {
    const byMeasure = Map.groupBy(this.#sums.values(), ({ measure }) => measure);
    const trees = new Map<string, Node>();
    const treeOf = (measure: string): Node => {
      const made = trees.get(measure) ?? tree(byMeasure.get(measure) ?? []);
      trees.set(measure, made);
      return made;
    };
    const find = ([measure = '', ...values]: readonly string[]): Node | undefined =>
      values.reduce<Node | undefined>((at, part) => at?.next.get(part), treeOf(measure));
    return {
      perDay: [...this.#lines.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
      sum: (...path) => find(path)?.count ?? 0,
      by: (...path) =>
        [...(find(path)?.next ?? [])]
          .map(([value, { count }]) => [value, count] as const)
          .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
    };
  }

  #sumOf(name: string): Sum {
    const found = this.#sums.get(name);
    if (found) return found;
    const made = sumOf(name);
    this.#sums.set(name, made);
    return made;
  }

  #lineOf(day: string): { day: string; opened: number; resolved: number } {
    const found = this.#lines.get(day);
    if (found) return found;
    const made = { day, opened: 0, resolved: 0 };
    this.#lines.set(day, made);
    return made;
  }
}

/** Return the counters of a measure by their dimensions. */
function tree(sums: readonly Sum[]): Node {
  const root = node();
  for (const { name, count } of sums) {
    let at = root;
    at.count += count;
    for (const part of name.split('|').slice(1)) {
      const next = at.next.get(part) ?? node();
      at.next.set(part, next);
      next.count += count;
      at = next;
    }
  }
  return root;
}

/** Sum days and shards in one pass. */
export function tally(days: readonly Pick<DayFigures, 'day' | 'counts'>[]): Tally {
  const sums = new Sums();
  for (const one of days) sums.add(one);
  return sums.tally();
}
