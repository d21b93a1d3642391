import { formatDate, parseDate } from '../sla/local-date.ts';
import { type ControlChart, type ControlRule, controlChart } from '../statistics/control-chart.ts';
import { CATALOGUE, type MeasureId } from './catalogue.ts';
import { type Figures, figuresFrom } from './figures-of.ts';
import type { Period } from './period.ts';
import { significanceOf } from './significance.ts';
import type { SummedDays } from './summed-days.ts';

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
  /**
   * The meaning of the newest point. `changed` is a signal without a good direction: of a measure that has none, or of
   * a level that is on one side of the mean and moves to the other for weeks.
   */
  readonly says: 'better' | 'worse' | 'changed' | 'usual' | 'too-few';
  /** The first signal of the present level: the first day of its week, and its rule. Present with a signal. */
  readonly since?: { readonly day: string; readonly rule: ControlRule };
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

/** Compute the figures of the weeks that end with a day. */
export const weeklyFigures = (summed: SummedDays, to: string): readonly WeekFigures[] =>
  weeksUntil(to).map((period) => {
    const counts = summed.week(period);
    return { period, figures: counts && figuresFrom(counts) };
  });

function pointValue(measure: MeasureId, figures: Figures | null): number | null {
  const value = figures && CATALOGUE[measure].of(figures);
  if (value === null || typeof value === 'number') return value;
  return significanceOf(value.n) === 'hidden' ? null : value.share;
}

type Valued = TrendPoint & { readonly value: number };

/** So many weeks in a row on the other side of the mean end a level. A single one may be chance. */
const LEVEL_ENDS = 2;

/** A signal at a point: the direction of the change, and the point where it began. */
interface Begun {
  readonly direction: 1 | -1;
  readonly at: number;
  readonly rule: ControlRule;
}

const rulesAt = ({ signals }: ControlChart, at: number): readonly ControlRule[] =>
  signals.flatMap(({ index, rule }) => (index === at ? [rule] : []));

const levelRuleAt = (chart: ControlChart, at: number): ControlRule | undefined =>
  rulesAt(chart, at).find((rule) => rule !== 'trend');

/** Return the first signal of the level that the newest point belongs to, when that point is a signal of a level. */
function levelBegan(values: readonly number[], chart: ControlChart): Begun | undefined {
  const last = values.length - 1;
  const sideOf = (at: number): number => Math.sign((values[at] ?? chart.mean) - chart.mean);
  const side = sideOf(last);
  let began: Begun | undefined;
  let others = 0;
  if ((side !== 1 && side !== -1) || levelRuleAt(chart, last) === undefined) return undefined;
  for (let at = last; at >= 0; at -= 1) {
    others = sideOf(at) === -side ? others + 1 : 0;
    if (others === LEVEL_ENDS) break;
    const rule = sideOf(at) === side ? levelRuleAt(chart, at) : undefined;
    if (rule !== undefined) began = { direction: side, at, rule };
  }
  return began;
}

/** Return the point from which the values rise or fall in a row up to the newest one, when that is a signal. */
function movementBegan(values: readonly number[], chart: ControlChart): Begun | undefined {
  const last = values.length - 1;
  if (!rulesAt(chart, last).includes('trend')) return undefined;
  const stepTo = (at: number): number => Math.sign((values[at] ?? 0) - (values[at - 1] ?? 0));
  const direction = stepTo(last) > 0 ? 1 : -1;
  let at = last;
  while (at > 0 && stepTo(at) === direction) at -= 1;
  return { direction, at, rule: 'trend' };
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
  const values = valued.map(({ value }) => value);
  const chart = controlChart(values, true);
  const begun = [levelBegan(values, chart), movementBegan(values, chart)]
    .filter((one) => one !== undefined)
    .sort((one, other) => one.at - other.at);
  const [first] = begun;
  const day = first && valued[first.at]?.period.from;
  if (first === undefined || day === undefined) return { ...base, chart, says: 'usual' };
  const since = { day, rule: first.rule };
  const { better } = CATALOGUE[measure];
  const isOneWay = begun.every(({ direction }) => direction === first.direction);
  if (better === 'neither' || !isOneWay) return { ...base, chart, says: 'changed', since };
  const isBetter = (first.direction === 1) === (better === 'more');
  return { ...base, chart, says: isBetter ? 'better' : 'worse', since };
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
