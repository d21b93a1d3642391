import type { DayFigures } from '#shared/ports/figures.ts';
import type { Measure } from './counter-name.ts';

/** Counts summed over days and shards, asked for by measure and leading values. */
export interface Tally {
  /** The sum of a measure over every value of the dimensions not given. */
  sum(measure: Measure, ...values: readonly string[]): number;
  /** The values of the next dimension, each with its sum, largest first. */
  by(measure: Measure, ...values: readonly string[]): readonly (readonly [value: string, count: number])[];
}

interface Node {
  count: number;
  readonly next: Map<string, Node>;
}

const node = (): Node => ({ count: 0, next: new Map() });

/** Sums days by counter name first, so that a name is taken apart once however many days there are. */
export function tally(days: readonly Pick<DayFigures, 'counts'>[]): Tally {
  const sums = new Map<string, number>();
  for (const { counts } of days) {
    for (const name in counts) sums.set(name, (sums.get(name) ?? 0) + (counts[name] ?? 0));
  }
  const root = node();
  for (const [name, count] of sums) {
    let at = root;
    for (const part of name.split('|')) {
      const next = at.next.get(part) ?? node();
      at.next.set(part, next);
      next.count += count;
      at = next;
    }
  }
  const find = (path: readonly string[]): Node | undefined =>
    path.reduce<Node | undefined>((at, part) => at?.next.get(part), root);
  return {
    sum: (...path) => find(path)?.count ?? 0,
    by: (...path) =>
      [...(find(path)?.next ?? [])]
        .map(([value, { count }]) => [value, count] as const)
        .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  };
}
