import { hijriOf } from '../sla/hijri.ts';
import { formatDate, parseDate } from '../sla/local-date.ts';
import { differenceOf } from '../statistics/difference.ts';
import { ratioOf } from '../statistics/ratio.ts';
import { type Share, wilson } from '../statistics/wilson.ts';
import type { Effect } from './claims.ts';
import { type ComparedPeriod, hoursDiffer } from './compared-period.ts';
import type { DepartmentLine, Figures } from './figures-of.ts';
import { changesIn, type NotedChange } from './noted-change.ts';
import { daysOf, type Period } from './period.ts';
import { significanceOf } from './significance.ts';
import { type Buckets, quantile, quantileInterval } from './time-bucket.ts';

const WEEK = 7;

/** The lengths of the times before and after that are offered, in weeks. */
export const WEEKS_AROUND = [2, 4, 8, 12] as const;

/** The time before a change and the time after it. */
export interface Around {
  /** The length of each, in weeks. */
  readonly weeks: number;
  readonly before: Period;
  readonly after: Period;
}

const dayAfter = (day: string, count: number): string => formatDate(parseDate(day) + count);

/**
 * Return equally long times before and after a day, in whole weeks, so that both have the same weekdays. A shorter time
 * has passed since: both are so short. Null before a whole week has passed.
 * @param today it has not ended, so that it belongs to no time
 */
export function aroundDay(day: string, weeks: number, today: string): Around | null {
  const passed = Math.floor((parseDate(today) - parseDate(day)) / WEEK);
  const whole = Math.min(weeks, passed);
  if (whole < 1) return null;
  const length = whole * WEEK;
  return {
    weeks: whole,
    before: { from: dayAfter(day, -length), to: dayAfter(day, -1) },
    after: { from: day, to: dayAfter(day, length - 1) },
  };
}

/** All other differences of the two times. Each may be the reason of a difference of the numbers. */
export interface AlsoChanged {
  /** Other changes in one of the times. */
  readonly changes: readonly NotedChange[];
  /** The days of Ramadan before and after; null when there are as many. */
  readonly ramadan: readonly [number, number] | null;
  /** The days on which the centre works, before and after; null when there are as many. */
  readonly workingDays: readonly [number, number] | null;
  /** Whether the working hours of a day differ. */
  readonly hours: boolean;
  /** Departments with cases after, and none before; and the other way round. */
  readonly newDepartments: readonly string[];
  readonly goneDepartments: readonly string[];
}

const RAMADAN = 9;
const count = (of: Period, isCounted: (day: string) => boolean): number =>
  daysOf(of).filter(isCounted).length;

const pair = (before: number, after: number): readonly [number, number] | null =>
  before === after ? null : [before, after];

const working = ({ departments }: Figures): readonly string[] =>
  departments
    .filter(({ opened, resolved }) => opened > 0 || resolved > 0)
    .map(({ department }) => department);

/** Return the other differences between the time before a change and the time after it. */
export function alsoChanged(
  of: NotedChange,
  { before, after }: { readonly before: ComparedPeriod; readonly after: ComparedPeriod },
  changes: readonly NotedChange[],
): AlsoChanged {
  const whole = { from: before.period.from, to: after.period.to };
  const inRamadan = (day: string): boolean => hijriOf(parseDate(day)).month === RAMADAN;
  const [earlier, later] = [working(before.figures), working(after.figures)];
  return {
    changes: changesIn(whole, changes).filter(({ id }) => id !== of.id),
    ramadan: pair(count(before.period, inRamadan), count(after.period, inRamadan)),
    workingDays: pair(count(before.period, before.isOpen), count(after.period, after.isOpen)),
    hours: hoursDiffer(after, before),
    newDepartments: later.filter((one) => !earlier.includes(one)),
    goneDepartments: earlier.filter((one) => !later.includes(one)),
  };
}

/** A measure of one department, or of all others, before and after. The effect is null when there are too few. */
export interface PartEffect {
  readonly before: Share | number | null;
  readonly after: Share | number | null;
  readonly effect: Effect | null;
}

/** The same measure where the change was, and where it was not. A move of both has another reason. */
export interface DepartmentEffect {
  readonly measure: 'resolution' | 'firstResponse' | 'median';
  readonly department: PartEffect;
  readonly others: PartEffect;
}

const SHARES = {
  resolution: (line: DepartmentLine) => line.resolutionKept,
  firstResponse: (line: DepartmentLine) => line.firstResponseKept,
} as const;

function pooled(shares: readonly (Share | null)[]): Share | null {
  const counted = shares.filter((one): one is Share => one !== null);
  const n = counted.reduce((sum, one) => sum + one.n, 0);
  return wilson(
    counted.reduce((sum, one) => sum + Math.round(one.share * one.n), 0),
    n,
  );
}

function shareEffect(before: Share | null, after: Share | null): PartEffect {
  const enough = [before, after].every((one) => one !== null && significanceOf(one.n) === 'shown');
  const effect: Effect | null =
    enough && before && after ? { is: 'difference', ...differenceOf(after, before) } : null;
  return { before, after, effect };
}

function together(all: readonly Buckets[]): Buckets {
  const sums = new Map<number, number>();
  for (const buckets of all) for (const [at, n] of buckets) sums.set(at, (sums.get(at) ?? 0) + n);
  return sums;
}

function timeEffect(before: Buckets, after: Buckets): PartEffect {
  const [first, second] = [quantileInterval(before, 0.5), quantileInterval(after, 0.5)];
  const enough = [first, second].every((one) => one !== null && significanceOf(one.n) === 'shown');
  return {
    ...{ before: quantile(before, 0.5), after: quantile(after, 0.5) },
    effect: enough && first && second ? { is: 'ratio', ...ratioOf(second, first) } : null,
  };
}

/** Compare a department and all others, each before and after. */
export function departmentEffects(
  department: string,
  { before, after }: { readonly before: Figures; readonly after: Figures },
): readonly DepartmentEffect[] {
  const lines = (figures: Figures, isIt: boolean): readonly DepartmentLine[] =>
    figures.departments.filter((line) => (line.department === department) === isIt);
  const shareOf = (measure: keyof typeof SHARES, isIt: boolean): PartEffect =>
    shareEffect(
      pooled(lines(before, isIt).map(SHARES[measure])),
      pooled(lines(after, isIt).map(SHARES[measure])),
    );
  const timeOf = (isIt: boolean): PartEffect =>
    timeEffect(
      together(lines(before, isIt).map(({ worked }) => worked)),
      together(lines(after, isIt).map(({ worked }) => worked)),
    );
  return [
    { measure: 'resolution', department: shareOf('resolution', true), others: shareOf('resolution', false) },
    {
      ...{ measure: 'firstResponse', department: shareOf('firstResponse', true) },
      others: shareOf('firstResponse', false),
    },
    { measure: 'median', department: timeOf(true), others: timeOf(false) },
  ];
}
