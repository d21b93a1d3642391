import { parseDate } from '../sla/local-date.ts';
import { differenceOf } from '../statistics/difference.ts';
import { type Share, wilsonInterval } from '../statistics/wilson.ts';
import { CATALOGUE, MEASURE_IDS, type MeasureId } from './catalogue.ts';
import type { DayFigures } from './day-figures.ts';
import { type Figures, figuresOf } from './figures-of.ts';
import type { MeasureEntry } from './measure-entry.ts';
import { daysOf, type Period } from './period.ts';
import { significanceOf } from './significance.ts';
import { quantileInterval } from './time-bucket.ts';

/** Why nothing is said about two periods. */
export type Silence =
  /** There is no value in one of the periods. */
  | 'no-value'
  | 'too-few'
  /** Days without any event: the centre was off, or its events were not counted. */
  | 'missing-days'
  | 'changed-definition'
  /** The working hours of a day differ, as in Ramadan. */
  | 'different-hours'
  /** The difference disappears when the departments of both periods are compared one by one. */
  | 'mix'
  /** The difference comes from one unusual day, or from a few of a long period. */
  | 'few-days';

/** The statement that the data carry about a measure in two periods. */
export type Claim =
  | {
      readonly says: 'rose' | 'fell';
      readonly now: number;
      readonly before: number;
      /** Null when neither direction is good. */
      readonly isBetter: boolean | null;
      /** The department that explains more than half of the difference. */
      readonly mainly?: string;
    }
  | { readonly says: 'within-chance' }
  | { readonly says: 'nothing'; readonly because: Silence };

/** One of two periods that are compared. */
export interface ComparedPeriod {
  readonly period: Period;
  readonly figures: Figures;
  /** The counted days of the period. */
  readonly days: readonly DayFigures[];
  /** The working time of the centre in the period, in ms. */
  readonly workingMs: number;
  /** Whether the last day has not ended. It is left out of the counts a day. */
  readonly isRunning?: boolean;
}

const silent = (because: Silence): Claim => ({ says: 'nothing', because });

/** Days in a row without any event that are not a quiet weekend. */
const MISSING_IN_A_ROW = 4;
/** The largest relative difference of working time a day between comparable periods. */
const HOURS_TOLERANCE = 0.1;
/** A day with so many times the usual number is unusual. */
const UNUSUAL_TIMES = 5;
/** Departments with fewer deadlines do not take part in the comparison one by one. */
const LEAST_IN_DEPARTMENT = 10;

function hasGap({ period, days }: ComparedPeriod): boolean {
  const counted = new Set(days.map(({ day }) => day));
  let missing = 0;
  for (const day of daysOf(period)) {
    missing = counted.has(day) ? 0 : missing + 1;
    if (missing >= MISSING_IN_A_ROW) return true;
  }
  return false;
}

const lengthOf = ({ from, to }: Period): number => parseDate(to) - parseDate(from) + 1;

function hoursDiffer(a: ComparedPeriod, b: ComparedPeriod): boolean {
  const [first, second] = [a.workingMs / lengthOf(a.period), b.workingMs / lengthOf(b.period)];
  return Math.abs(first - second) > HOURS_TOLERANCE * Math.max(first, second);
}

const moved = ({ better }: MeasureEntry, now: number, before: number, mainly?: string): Claim => ({
  says: now > before ? 'rose' : 'fell',
  now,
  before,
  isBetter: better === 'neither' ? null : now > before === (better === 'more'),
  ...(mainly !== undefined && { mainly }),
});

interface Pair {
  readonly name: string;
  readonly now: Share;
  readonly before: Share;
}

/** Return the departments that both periods have, each with enough deadlines. */
const departmentsOfBoth = (now: Figures, before: Figures): readonly Pair[] =>
  now.departments.flatMap(({ department, resolutionKept }) => {
    const earlier = before.departments.find((one) => one.department === department)?.resolutionKept;
    return resolutionKept && earlier && Math.min(resolutionKept.n, earlier.n) >= LEAST_IN_DEPARTMENT
      ? [{ name: department, now: resolutionKept, before: earlier }]
      : [];
  });

/**
 * Return the difference with the same weights of departments in both periods, and the part of each. This is direct
 * standardisation: a change of the mix of departments alone moves nothing.
 */
function standardised(pairs: readonly Pair[]): { difference: number; parts: readonly [string, number][] } {
  const total = pairs.reduce((sum, { now, before }) => sum + now.n + before.n, 0);
  const parts = pairs.map(({ name, now, before }): [string, number] => [
    name,
    ((now.n + before.n) / total) * (now.share - before.share),
  ]);
  return { difference: parts.reduce((sum, [, part]) => sum + part, 0), parts };
}

function aboutShares(id: MeasureId, now: Share, before: Share, figures: readonly [Figures, Figures]): Claim {
  if ([now, before].some(({ n }) => significanceOf(n) !== 'shown')) return silent('too-few');
  const { low, high, estimate } = differenceOf(now, before);
  if (low <= 0 && high >= 0) return { says: 'within-chance' };
  const pairs = id === 'resolution' ? departmentsOfBoth(...figures) : [];
  if (id === 'resolution' && (figures[0].departments.length > 1 || figures[1].departments.length > 1)) {
    if (pairs.length === 0) return silent('mix');
    const { difference, parts } = standardised(pairs);
    // The mix explains at least half of the difference.
    if (difference / estimate < 0.5) return silent('mix');
    const [name] = parts.find(([, part]) => part / difference > 0.5) ?? [];
    return moved(CATALOGUE[id], now.share, before.share, pairs.length > 1 ? name : undefined);
  }
  return moved(CATALOGUE[id], now.share, before.share);
}

/** The part of a period for which counts are compared: a day, or a few days of a long period. */
interface Part {
  readonly figures: Figures;
}

/** A period has about so many parts. More would take longer and say nothing else. */
const PARTS = 31;

/** Return the parts of a period, each of `size` days, without a day that has not ended. */
function partsOf({ period, days, isRunning }: ComparedPeriod, size: number): readonly Part[] {
  const byDay = Map.groupBy(days, ({ day }) => day);
  const whole = isRunning ? daysOf(period).slice(0, -1) : daysOf(period);
  const first = whole.length % size;
  return Array.from({ length: Math.floor(whole.length / size) }, (_, at) => {
    const inside = whole.slice(first + at * size, first + (at + 1) * size);
    return { figures: figuresOf(inside.flatMap((day) => byDay.get(day) ?? [])) };
  });
}

const countsOf = (id: MeasureId, parts: readonly Part[]): number[] =>
  parts.map(({ figures }) => {
    const value = CATALOGUE[id].of(figures);
    return typeof value === 'number' ? value : 0;
  });

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length);
const middle = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** How much more the counts of days vary than by chance alone: the variance over the mean, at least 1. */
function dispersion(values: readonly number[]): number {
  const average = mean(values);
  if (average === 0 || values.length < 2) return 1;
  const variance = sum(values.map((value) => (value - average) ** 2)) / (values.length - 1);
  return Math.max(1, variance / average);
}

/** Return whether the rates a day of two periods differ by more than chance, with the dispersion of their days. */
function ratesDiffer(now: readonly number[], before: readonly number[]): boolean {
  const [first, second] = [sum(now), sum(before)];
  const total = first + second;
  if (total === 0) return false;
  const spread = Math.max(dispersion(now), dispersion(before));
  const { low, high } = wilsonInterval(first / total, total / spread);
  const even = now.length / (now.length + before.length);
  return even < low || even > high;
}

/** Return the days without the most unusual one, if there is one. */
function withoutUnusual(values: readonly number[]): readonly number[] {
  const most = Math.max(...values);
  const usual = Math.max(1, middle(values));
  if (most < UNUSUAL_TIMES * usual) return values;
  const at = values.indexOf(most);
  return values.filter((_, index) => index !== at);
}

function aboutCounts(id: MeasureId, { now, before, parts }: Comparison): Claim {
  if (hoursDiffer(now, before)) return silent('different-hours');
  const { size, now: later, before: earlier } = parts();
  const [first, second] = [countsOf(id, later), countsOf(id, earlier)];
  if (sum(first) + sum(second) < 2 * LEAST_IN_DEPARTMENT) return silent('too-few');
  const [usualFirst, usualSecond] = [withoutUnusual(first), withoutUnusual(second)];
  const isUnusual = usualFirst.length < first.length || usualSecond.length < second.length;
  if (isUnusual && !ratesDiffer(usualFirst, usualSecond)) {
    const [wholeFirst, wholeSecond] = [mean(first), mean(second)];
    const isLarge = Math.abs(wholeFirst - wholeSecond) > HOURS_TOLERANCE * Math.max(wholeFirst, wholeSecond);
    return isLarge ? silent('few-days') : { says: 'within-chance' };
  }
  return ratesDiffer(first, second)
    ? moved(CATALOGUE[id], mean(first) / size, mean(second) / size)
    : { says: 'within-chance' };
}

const QUANTILE: Readonly<Partial<Record<MeasureId, number>>> = { median: 0.5, p90: 0.9 };

function aboutTimes(id: MeasureId, now: Figures, before: Figures): Claim {
  const share = QUANTILE[id];
  if (share === undefined) return silent('no-value');
  const first = quantileInterval(now.workingMinutes.buckets, share);
  const second = quantileInterval(before.workingMinutes.buckets, share);
  if (first === null || second === null) return silent('no-value');
  if (Math.min(first.n, second.n) * Math.min(share, 1 - share) < LEAST_IN_DEPARTMENT)
    return silent('too-few');
  const [a, b] = [CATALOGUE[id].of(now), CATALOGUE[id].of(before)];
  if (typeof a !== 'number' || typeof b !== 'number') return silent('no-value');
  const isApart = first.low > second.high || first.high < second.low;
  return isApart ? moved(CATALOGUE[id], a, b) : { says: 'within-chance' };
}

const isChangedBetween = ({ changedOn }: MeasureEntry, before: Period, now: Period): boolean =>
  changedOn !== undefined && changedOn > before.from && changedOn <= now.to;

/** Two periods, with their parts, which are computed when a count needs them. */
interface Comparison {
  /** Whether days of one of them were not counted. */
  readonly hasGap: boolean;
  readonly now: ComparedPeriod;
  readonly before: ComparedPeriod;
  readonly parts: () => {
    readonly size: number;
    readonly now: readonly Part[];
    readonly before: readonly Part[];
  };
}

function comparisonOf(now: ComparedPeriod, before: ComparedPeriod): Comparison {
  const size = Math.ceil(Math.max(lengthOf(now.period), lengthOf(before.period)) / PARTS);
  let parts: ReturnType<Comparison['parts']> | undefined;
  return {
    hasGap: hasGap(now) || hasGap(before),
    now,
    before,
    parts: () => {
      parts ??= { size, now: partsOf(now, size), before: partsOf(before, size) };
      return parts;
    },
  };
}

function claimAbout(id: MeasureId, entry: MeasureEntry, comparison: Comparison): Claim {
  const { now, before } = comparison;
  if (isChangedBetween(entry, before.period, now.period)) return silent('changed-definition');
  if (comparison.hasGap) return silent('missing-days');
  const [first, second] = [entry.of(now.figures), entry.of(before.figures)];
  if (first === null || second === null) return silent('no-value');
  if (typeof first === 'object' && typeof second === 'object')
    return aboutShares(id, first, second, [now.figures, before.figures]);
  if (entry.unit === 'count') return aboutCounts(id, comparison);
  return aboutTimes(id, now.figures, before.figures);
}

/**
 * Say about each measure in two periods only that which the data carry. Shares are compared by Newcombe's interval and
 * department by department, counts by their rates a day with the dispersion of their days, times by intervals of the
 * quantile. The values of a count in a claim are those of a day.
 */
export function claimsOf(
  now: ComparedPeriod,
  before: ComparedPeriod,
  catalogue: Readonly<Record<MeasureId, MeasureEntry>> = CATALOGUE,
): Readonly<Record<MeasureId, Claim>> {
  const comparison = comparisonOf(now, before);
  const claims = MEASURE_IDS.map((id) => [id, claimAbout(id, catalogue[id], comparison)] as const);
  return Object.fromEntries(claims) as Record<MeasureId, Claim>;
}
