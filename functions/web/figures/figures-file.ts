import { writeCsv } from '#shared/adapters/csv/write-csv.ts';
import { CATALOGUE, MEASURE_IDS } from '#shared/domain/reports/catalogue.ts';
import { significanceOf } from '#shared/domain/reports/significance.ts';
import type { View } from '../shell/view.ts';
import { figuresText, measureNames } from './figures-text.ts';
import type { PeriodFigures } from './read-figures.ts';

type Cell = string | number;

const rounded = (value: number): number => Number(value.toFixed(4));

/** The cells of a value: the value, the count it is based on, and its interval. Small counts are hidden. */
function cells(value: ReturnType<(typeof CATALOGUE)['opened' | 'resolution' | 'median']['of']>): Cell[] {
  if (value === null) return ['', '', '', ''];
  if (typeof value === 'number') return [rounded(value), '', '', ''];
  const { share, n, low, high } = value;
  return significanceOf(n) === 'hidden' ? ['', '', '', ''] : [rounded(share), n, rounded(low), rounded(high)];
}

/** Write the figures of a page as CSV: one row a measure and period, then one row a day. */
export function figuresFile({ period, figures, compared }: PeriodFigures, view: View): Uint8Array {
  const w = figuresText[view.language];
  const names = measureNames[view.language];
  const both = [{ period, figures }, ...(compared ? [compared] : [])];
  const measures = both.flatMap((one) =>
    MEASURE_IDS.map((id): Cell[] => {
      const { unit, of } = CATALOGUE[id];
      return [id, names[id], one.period.from, one.period.to, w.units[unit], ...cells(of(one.figures))];
    }),
  );
  const days = figures.perDay.flatMap(({ day, opened, resolved }): Cell[][] => [
    ['opened', names.opened, day, day, w.units.count, opened, '', '', ''],
    ['resolved', names.resolved, day, day, w.units.count, resolved, '', '', ''],
  ]);
  const { measure, from, to, unit, value, low, high } = w.columns;
  return writeCsv([['id', measure, from, to, unit, value, 'n', low, high], ...measures, ...days]);
}
