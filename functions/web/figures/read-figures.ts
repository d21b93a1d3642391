import { type Figures, figuresOf } from '#shared/domain/reports/figures-of.ts';
import { localDay } from '#shared/domain/reports/local-day.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';

export const PERIODS = [7, 30, 90] as const;
type Period = (typeof PERIODS)[number];

export interface PeriodFigures {
  readonly period: Period;
  readonly figures: Figures;
}

/**
 * Read the figures of the last days up to today. Each day of the period is present, also one without events.
 */
export async function readFigures(
  store: FigureStore,
  now: number,
  asked: string | undefined,
): Promise<PeriodFigures> {
  const period = PERIODS.find((days) => String(days) === asked) ?? 30;
  const days = Array.from({ length: period }, (_, back) => localDay(now - (period - 1 - back) * DAY));
  const [from = '', to = ''] = [days[0], days.at(-1)];
  const quiet = days.map((day) => ({ day, shard: 0, version: 0, applied: [], counts: {} }));
  return { period, figures: figuresOf([...quiet, ...(await store.range(from, to))]) };
}
