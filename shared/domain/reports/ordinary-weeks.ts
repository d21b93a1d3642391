import { usualStep } from '../statistics/control-chart.ts';
import type { MeasureUnit } from './measure-entry.ts';
import { daysOf, type Period } from './period.ts';
import type { Trend } from './trend.ts';

const WEEK = 7;

/**
 * Check whether two periods of a week or more differ by no more than weeks do that follow each other: by the limit of
 * the moving range of the XmR chart, which is smaller for the means of more weeks. The interval of a share or a time
 * knows only the chance of single answers and cases, and not that weeks differ.
 *
 * @param values those of a count are a day's
 */
export function isUsualStep(
  { now, before }: { readonly now: number; readonly before: number },
  unit: MeasureUnit,
  periods: readonly [Period, Period],
  { chart }: Pick<Trend, 'chart'>,
): boolean {
  const weeks = periods.map((period) => daysOf(period).length / WEEK);
  if (chart === null || weeks.some((count) => count < 1)) return false;
  const ofMeans = Math.sqrt(weeks.reduce((sum, count) => sum + 1 / count, 0) / 2);
  const difference = Math.abs(now - before) * (unit === 'count' ? WEEK : 1);
  return difference <= usualStep(chart) * ofMeans;
}
