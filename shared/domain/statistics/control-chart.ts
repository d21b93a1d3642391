import { StatisticsError } from './statistics-error.ts';

/** The rules of a control chart, in the order in which they are listed for one point. */
export const CONTROL_RULES = ['outside', 'shift', 'trend', 'two-of-three'] as const;
export type ControlRule = (typeof CONTROL_RULES)[number];

/** A point that is unlikely by chance. `index` counts from 0. */
interface ControlSignal {
  readonly index: number;
  readonly rule: ControlRule;
}

export interface ControlChart {
  readonly mean: number;
  readonly upper: number;
  readonly lower: number;
  readonly signals: readonly ControlSignal[];
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Limits in mean moving ranges: 3/d₂ of two observations. */
const LIMIT = 2.66;
/** Moving ranges above this many means are left out once: D₄ of two observations. */
const SCREEN = 3.267;
const RUN = 7;

/** Values closer than this share of the largest one are equal: rounding must not make a signal. */
const SAME = 1e-12;

function meanRange(values: readonly number[], screen: boolean): number {
  const ranges = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)));
  const mean = average(ranges);
  return screen ? average(ranges.filter((range) => range <= SCREEN * mean * (1 + SAME))) : mean;
}

/** Return the indexes of all windows of `size` points that satisfy a condition. */
function inWindows(
  values: readonly number[],
  size: number,
  holds: (window: readonly number[]) => boolean,
  counts: (value: number) => boolean = () => true,
): Set<number> {
  const found = new Set<number>();
  for (let start = 0; start + size <= values.length; start += 1) {
    const window = values.slice(start, start + size);
    if (!holds(window)) continue;
    window.forEach((value, offset) => {
      if (counts(value)) found.add(start + offset);
    });
  }
  return found;
}

const union = (...sets: ReadonlySet<number>[]): Set<number> => new Set(sets.flatMap((set) => [...set]));

/** Does each value differ from the one before in the given direction? */
const moves = (window: readonly number[], direction: 1 | -1): boolean =>
  window.slice(1).every((value, index) => Math.sign(value - (window[index] ?? value)) === direction);

/**
 * Compute an XmR chart and its signals, as in "Making Data Count" of NHS England: limits at mean ± 2.66 mean
 * moving ranges. A signal is a point outside a limit, each of seven or more points in a row on one side of
 * the mean, each of seven or more points that rise or fall in a row, and two of three points in a row beyond
 * two thirds of the same limit.
 *
 * @param values in order of time, at least two
 * @param screen leave out moving ranges above 3.267 times their mean, once
 */
export function controlChart(values: readonly number[], screen: boolean): ControlChart {
  if (values.length < 2) throw new StatisticsError(`values: expected at least 2, got ${values.length}`);
  const mean = average(values);
  const half = LIMIT * meanRange(values, screen);
  const rounding = SAME * Math.max(...values.map(Math.abs));
  const beyond = (distance: number) => ({
    above: (value: number) => value - mean > distance + rounding,
    below: (value: number) => mean - value > distance + rounding,
  });
  const [limit, near, middle] = [beyond(half), beyond((2 / 3) * half), beyond(0)];
  const two = (side: (value: number) => boolean) =>
    inWindows(values, 3, (window) => window.filter(side).length >= 2, side);
  const found: Record<ControlRule, ReadonlySet<number>> = {
    outside: inWindows(values, 1, ([value = mean]) => limit.above(value) || limit.below(value)),
    shift: union(
      inWindows(values, RUN, (window) => window.every(middle.above)),
      inWindows(values, RUN, (window) => window.every(middle.below)),
    ),
    trend: union(
      inWindows(values, RUN, (window) => moves(window, 1)),
      inWindows(values, RUN, (window) => moves(window, -1)),
    ),
    'two-of-three': union(two(near.above), two(near.below)),
  };
  const signals = values.flatMap((_, index) =>
    CONTROL_RULES.filter((rule) => found[rule].has(index)).map((rule) => ({ index, rule })),
  );
  return { mean, upper: mean + half, lower: mean - half, signals };
}

/** Return the limit of the moving range: two points in a row usually differ by no more. */
export const usualStep = ({ upper, lower }: Pick<ControlChart, 'upper' | 'lower'>): number =>
  ((upper - lower) / (2 * LIMIT)) * SCREEN;
