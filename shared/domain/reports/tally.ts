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
  readonly daily: Daily | undefined;
  count: number;
}

const sumOf = (name: string): Sum => {
  const measure = name.split('|', 1)[0] ?? '';
  return { name, count: 0, daily: DAILY.has(measure) ? (measure as Daily) : undefined };
};

function tree(sums: Iterable<Sum>): Node {
  const root = node();
  for (const { name, count } of sums) {
    let at = root;
    for (const part of name.split('|')) {
      const next = at.next.get(part) ?? node();
      at.next.set(part, next);
      next.count += count;
      at = next;
    }
  }
  return root;
}

/** Sum days and shards in one pass. Each distinct name is parsed only once, however many days there are. */
export function tally(days: readonly Pick<DayFigures, 'day' | 'counts'>[]): Tally {
  const sums = new Map<string, Sum>();
  const lines = new Map<string, { day: string; opened: number; resolved: number }>();
  for (const { day, counts } of days) {
    const line = lines.get(day) ?? { day, opened: 0, resolved: 0 };
    lines.set(day, line);
    for (const name of Object.keys(counts)) {
      const existing = sums.get(name);
      const sum = existing ?? sumOf(name);
      if (!existing) sums.set(name, sum);
      const count = counts[name] ?? 0;
      sum.count += count;
      if (sum.daily !== undefined) line[sum.daily] += count;
    }
  }
  const root = tree(sums.values());
  const find = (path: readonly string[]): Node | undefined =>
    path.reduce<Node | undefined>((at, part) => at?.next.get(part), root);
  return {
    perDay: [...lines.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
    sum: (...path) => find(path)?.count ?? 0,
    by: (...path) =>
      [...(find(path)?.next ?? [])]
        .map(([value, { count }]) => [value, count] as const)
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  };
}
