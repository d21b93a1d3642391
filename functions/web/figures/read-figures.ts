import { type Figures, figuresOf } from '#shared/domain/reports/figures-of.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import {
  COMPARISONS,
  type Comparison,
  comparedPeriod,
  daysOf,
  PERIOD_DAYS,
  type Period,
  type PeriodProblem,
  readPeriod,
} from '#shared/domain/reports/period.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';

/** The figures of a period, and of the one with which it is compared. */
export interface PeriodFigures {
  readonly period: Period;
  readonly figures: Figures;
  readonly comparison: Comparison;
  readonly compared?: { readonly period: Period; readonly figures: Figures };
  /** The fields as they were typed, and the first that cannot be read. */
  readonly typed: { readonly from: string; readonly to: string };
  readonly problem?: PeriodProblem;
}

export interface FiguresQuery {
  readonly days?: string;
  readonly from?: string;
  readonly to?: string;
  readonly compare?: string;
}

/** Each day of the period is present, also one without events. */
async function ofPeriod(store: FigureStore, period: Period): Promise<Figures> {
  const quiet = daysOf(period).map((day) => ({ day, shard: 0, version: 0, applied: [], counts: {} }));
  return figuresOf([...quiet, ...(await store.range(period.from, period.to))]);
}

/** Return the number of days when a period is one of the offered ones. */
export const offeredDays = ({ from, to }: Period, today: string): number | undefined =>
  to === today ? PERIOD_DAYS.find((days) => days === daysOf({ from, to }).length) : undefined;

/**
 * Read the figures of the asked period and of the one it is compared with. A period that cannot be read is named, and
 * the usual one is shown.
 */
export async function readFigures(
  store: FigureStore,
  now: number,
  query: FiguresQuery,
): Promise<PeriodFigures> {
  const today = localDay(now);
  const comparison = COMPARISONS.find((how) => how === query.compare) ?? 'before';
  const read = readPeriod(query, today);
  const period = 'problem' in read ? (readPeriod({}, today) as Period) : read;
  const before = comparedPeriod(period, comparison);
  return {
    period,
    figures: await ofPeriod(store, period),
    comparison,
    ...(before && { compared: { period: before, figures: await ofPeriod(store, before) } }),
    ...('problem' in read
      ? { typed: { from: query.from ?? '', to: query.to ?? '' }, problem: read }
      : { typed: period }),
  };
}
