import { formatDate, parseDate } from '../sla/local-date.ts';
import { type ControlChart, controlChart } from '../statistics/control-chart.ts';
import { CATALOGUE, type MeasureId } from './catalogue.ts';
import type { DayFigures } from './day-figures.ts';
import { type Figures, figuresOf } from './figures-of.ts';
import type { Period } from './period.ts';
import { significanceOf } from './significance.ts';

const WEEK = 7;
/** The weeks of a trend. Limits from fewer than twelve points are provisional ("Making Data Count"). */
const WEEKS = 16;
const FIRM_FROM = 12;
/** Fewer points have no limits. */
const LEAST_POINTS = 6;

interface TrendPoint {
  readonly period: Period;
  /** Null when there is no value, or too few answers to show it. */
  readonly value: number | null;
}

/** A measure week by week, with the limits of chance. */
export interface Trend {
  readonly measure: MeasureId;
  readonly points: readonly TrendPoint[];
  /** Over the points that have a value; null when they are too few. */
  readonly chart: ControlChart | null;
  readonly isProvisional: boolean;
  /** The meaning of the newest point. `changed` is a signal of a measure that has no good direction. */
  readonly says: 'better' | 'worse' | 'changed' | 'usual' | 'too-few';
  /** The first day of the signal that the newest point belongs to. */
  readonly since?: string;
}

/**
 * Return the weeks that end with a day, the earliest first. They need not begin on a Sunday.
 * @internal exported for tests
 */
export function weeksUntil(to: string): readonly Period[] {
  const last = parseDate(to);
  return Array.from({ length: WEEKS }, (_, at) => {
    const end = last - (WEEKS - 1 - at) * WEEK;
    return { from: formatDate(end - WEEK + 1), to: formatDate(end) };
  });
}

/** Return the first day of the weeks that end with a day. */
export const trendStart = (to: string): string => formatDate(parseDate(to) - WEEKS * WEEK + 1);

/** The figures of a week; null when no event of it was counted, because the centre was off. */
export interface WeekFigures {
  readonly period: Period;
  readonly figures: Figures | null;
}

/** Compute the figures of the weeks that end with a day, from counted days in any order and from any shard. */
export function weeklyFigures(days: readonly DayFigures[], to: string): readonly WeekFigures[] {
  return weeksUntil(to).map((period) => {
    const inside = days.filter(({ day }) => day >= period.from && day <= period.to);
    return { period, figures: inside.length === 0 ? null : figuresOf(inside) };
  });
}

function pointValue(measure: MeasureId, figures: Figures | null): number | null {
  const value = figures && CATALOGUE[measure].of(figures);
  if (value === null || typeof value === 'number') return value;
  return significanceOf(value.n) === 'hidden' ? null : value.share;
}

type Valued = TrendPoint & { readonly value: number };

/** Return the first day of the signals in a row, on one side of the mean, that end with the newest point. */
function signalSince(valued: readonly Valued[], { mean, signals }: ControlChart): string | undefined {
  const marked = new Set(signals.map(({ index }) => index));
  const side = Math.sign((valued.at(-1)?.value ?? mean) - mean);
  let since: string | undefined;
  for (let at = valued.length - 1; at >= 0 && marked.has(at); at -= 1) {
    const point = valued[at];
    if (point === undefined || Math.sign(point.value - mean) !== side) break;
    since = point.period.from;
  }
  return since;
}

/**
 * Compute the trend of a measure over weeks in order of time, as an XmR chart. Only a signal of the chart says that
 * something changed.
 */
export function trendOf(measure: MeasureId, weeks: readonly WeekFigures[]): Trend {
  const points = weeks.map(({ period, figures }) => ({ period, value: pointValue(measure, figures) }));
  const valued = points.filter((point): point is Valued => point.value !== null);
  const base = { measure, points, isProvisional: valued.length < FIRM_FROM };
  if (valued.length < LEAST_POINTS) return { ...base, chart: null, says: 'too-few' };
  const chart = controlChart(
    valued.map(({ value }) => value),
    true,
  );
  const newest = valued.at(-1);
  const since = signalSince(valued, chart);
  if (since === undefined || newest === undefined) return { ...base, chart, says: 'usual' };
  const { better } = CATALOGUE[measure];
  const isMore = newest.value > chart.mean;
  const says = better === 'neither' ? 'changed' : isMore === (better === 'more') ? 'better' : 'worse';
  return { ...base, chart, says, since };
}

/** Return the mean and the limits of a trend, within the values that its measure can have. */
export function shownLimits({
  measure,
  chart,
}: Trend): Pick<ControlChart, 'mean' | 'lower' | 'upper'> | null {
  if (chart === null) return null;
  const { mean, lower, upper } = chart;
  const isShare = CATALOGUE[measure].unit === 'share';
  return { mean, lower: Math.max(0, lower), upper: isShare ? Math.min(1, upper) : upper };
}

/** Return how many weeks have a value, of the trend that has most. */
export const weeksWithValues = (trends: readonly Trend[]): number =>
  Math.max(0, ...trends.map(({ points }) => points.filter(({ value }) => value !== null).length));
