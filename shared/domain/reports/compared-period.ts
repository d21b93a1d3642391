import { parseDate } from '../sla/local-date.ts';
import type { DayFigures } from './day-figures.ts';
import { type Figures, figuresFrom } from './figures-of.ts';
import { daysOf, type Period } from './period.ts';
import { tallyAgain } from './summed-days.ts';

/** One of two periods that are compared. */
export interface ComparedPeriod {
  readonly period: Period;
  readonly figures: Figures;
  /** The counted days of the period. */
  readonly days: readonly DayFigures[];
  /** The working time of the centre in the period, in ms. */
  readonly workingMs: number;
  /** Whether the centre works on a day. */
  readonly isOpen: (day: string) => boolean;
  /** Whether the last day has not ended. It is left out of the counts a day. */
  readonly isRunning?: boolean;
}

/** Days in a row without any event that are not a quiet weekend. */
const MISSING_IN_A_ROW = 4;
/** Working days in a row without any event. */
const MISSING_WORKING_DAYS = 2;
/** The largest relative difference of comparable numbers, such as of the working time a day. */
const TOLERANCE = 0.1;
/** A period has about so many parts. More would take longer and say nothing else. */
const PARTS = 31;

/** Check whether days are missing: the centre was off, or its events were not counted. */
function hasGap({ period, days, isOpen, isRunning }: ComparedPeriod): boolean {
  const counted = new Set(days.map(({ day }) => day));
  let [missing, working] = [0, 0];
  for (const day of daysOf(period)) {
    const isCounted = counted.has(day) || (isRunning && day === period.to);
    missing = isCounted ? 0 : missing + 1;
    working = isCounted ? 0 : isOpen(day) ? working + 1 : working;
    if (missing >= MISSING_IN_A_ROW || working >= MISSING_WORKING_DAYS) return true;
  }
  return false;
}

/** Return the number of days. */
const lengthOf = ({ from, to }: Period): number => parseDate(to) - parseDate(from) + 1;

/** Check whether two numbers differ by more than what is comparable. */
export const isApart = (a: number, b: number): boolean => Math.abs(a - b) > TOLERANCE * Math.max(a, b);

/** Check whether the working hours of a day differ, as in Ramadan or around a feast. */
export const hoursDiffer = (a: ComparedPeriod, b: ComparedPeriod): boolean =>
  isApart(a.workingMs / lengthOf(a.period), b.workingMs / lengthOf(b.period));

/** Return the figures of the parts of a period, each of `size` days, without a day that has not ended. */
function partsOf({ period, days, isRunning }: ComparedPeriod, size: number): readonly Figures[] {
  const byDay = Map.groupBy(days, ({ day }) => day);
  const whole = isRunning ? daysOf(period).slice(0, -1) : daysOf(period);
  const first = whole.length % size;
  return Array.from({ length: Math.floor(whole.length / size) }, (_, at) => {
    const inside = whole.slice(first + at * size, first + (at + 1) * size);
    return figuresFrom(tallyAgain(inside.flatMap((day) => byDay.get(day) ?? [])));
  });
}

/** Two periods, with their parts, which are computed when a measure needs them. */
export interface Comparison {
  readonly now: ComparedPeriod;
  readonly before: ComparedPeriod;
  /** Whether days of one of them were not counted. */
  readonly hasGap: boolean;
  readonly parts: () => {
    readonly size: number;
    readonly now: readonly Figures[];
    readonly before: readonly Figures[];
  };
}

/** Put two periods side by side. */
export function comparisonOf(now: ComparedPeriod, before: ComparedPeriod): Comparison {
  const size = Math.ceil(Math.max(lengthOf(now.period), lengthOf(before.period)) / PARTS);
  let parts: ReturnType<Comparison['parts']> | undefined;
  return {
    ...{ now, before, hasGap: hasGap(now) || hasGap(before) },
    parts: () => {
      parts ??= { size, now: partsOf(now, size), before: partsOf(before, size) };
      return parts;
    },
  };
}
