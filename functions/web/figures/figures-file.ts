import { writeCsv } from '#shared/adapters/csv/write-csv.ts';
import { CATALOGUE } from '#shared/domain/reports/catalogue.ts';
import { measured } from '#shared/domain/reports/measured.ts';
import type { View } from '../shell/view.ts';
import { figuresText } from './figures-text.ts';
import type { PeriodFigures } from './read-figures.ts';

type Cell = string | number;

const cell = (value: number | null): Cell => (value === null ? '' : Number(value.toFixed(4)));

/** Write the figures of a page as CSV: one row a measure and period, then one row a day. */
export function figuresFile(
  { period, figures, compared }: PeriodFigures,
  view: Pick<View, 'language' | 'rules'>,
): Uint8Array {
  const w = figuresText[view.language];
  const nameOf = (id: keyof typeof CATALOGUE): string => CATALOGUE[id].name[view.language];
  const both = [{ period, figures }, ...(compared ? [compared] : [])];
  const measures = both.flatMap((one) =>
    measured(one.figures).map(({ id, unit, value, n, low, high }): Cell[] => [
      ...[id, nameOf(id), one.period.from, one.period.to, w.units[unit]],
      ...[value, n, low, high].map(cell),
    ]),
  );
  const days = figures.perDay.flatMap(({ day, opened, resolved }): Cell[][] => [
    ['opened', nameOf('opened'), day, day, w.units.count, opened, '', '', ''],
    ['resolved', nameOf('resolved'), day, day, w.units.count, resolved, '', '', ''],
  ]);
  const { measure, from, to, unit, value, low, high } = w.columns;
  return writeCsv([['id', measure, from, to, unit, value, 'n', low, high], ...measures, ...days]);
}
