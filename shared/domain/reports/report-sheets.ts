import type { Language } from '#events/vocabulary.ts';
import { CATALOGUE } from './catalogue.ts';
import type { Figures } from './figures-of.ts';
import type { MeasureUnit } from './measure-entry.ts';
import { measured, type ShownValue } from './measured.ts';
import type { Period } from './period.ts';
import { type ReportTable, type RowKind, readTable } from './report-table.ts';
import type { CellKind, Sheet, SheetCell, SheetColumn } from './sheet.ts';
import type { Tally } from './tally.ts';

const ar = {
  sheet: 'المؤشرات',
  measure: 'المؤشر',
  from: 'من يوم',
  to: 'إلى يوم',
  unit: 'الوحدة',
  value: 'القيمة',
  low: 'الحد الأدنى',
  high: 'الحد الأعلى',
  units: { count: 'عدد', share: 'نسبة', 'working-minutes': 'دقائق عمل', seconds: 'ثوانٍ' } satisfies Record<
    MeasureUnit,
    string
  >,
};

const en: typeof ar = {
  sheet: 'Figures',
  measure: 'Measure',
  from: 'From',
  to: 'To',
  unit: 'Unit',
  value: 'Value',
  low: 'Low',
  high: 'High',
  units: { count: 'count', share: 'share', 'working-minutes': 'working minutes', seconds: 'seconds' },
};

/** The headings of every sheet and table of measures. */
export const sheetWords: Readonly<Record<Language, typeof ar>> = { ar, en };

/** Return the name of a row: of a department, a channel, a reason and so on. */
export type NameRow = (kind: RowKind, row: string) => string;

const PRECISION = 4;

/** Round a value as every file shows it. */
export const cellOf = (value: number | null): number | null =>
  value === null ? null : Number(value.toFixed(PRECISION));

/** Return the measures of periods as a sheet: one row a measure and period. Hidden values are empty. */
export function measuresSheet(
  periods: readonly { readonly period: Period; readonly figures: Figures }[],
  language: Language,
): Sheet {
  const w = sheetWords[language];
  const text = (name: string): SheetColumn => ({ name, kind: 'text' });
  const decimal = (name: string): SheetColumn => ({ name, kind: 'decimal' });
  return {
    name: w.sheet,
    columns: [
      ...[
        text('id'),
        text(w.measure),
        { name: w.from, kind: 'day' } as const,
        { name: w.to, kind: 'day' } as const,
      ],
      ...[
        text(w.unit),
        decimal(w.value),
        { name: 'n', kind: 'whole' } as const,
        decimal(w.low),
        decimal(w.high),
      ],
    ],
    rows: periods.flatMap(({ period, figures }) =>
      measured(figures).map(({ id, unit, value, n, low, high }) => [
        ...[id, CATALOGUE[id].name[language], period.from, period.to, w.units[unit]],
        ...[value, n, low, high].map(cellOf),
      ]),
    ),
  };
}

const KIND_OF: Readonly<Record<MeasureUnit, CellKind>> = {
  ...{ count: 'whole', share: 'share', 'working-minutes': 'decimal', seconds: 'decimal' },
};

/** A share has a column for its number of answers beside it. */
const columnsOf = (name: string, unit: MeasureUnit): SheetColumn[] => [
  { name, kind: KIND_OF[unit] },
  ...(unit === 'share' ? [{ name: `${name} (n)`, kind: 'whole' } as const] : []),
];

const cellsOf = ({ value, n }: ShownValue, unit: MeasureUnit): SheetCell[] => [
  cellOf(value),
  ...(unit === 'share' ? [n] : []),
];

/** Return a table of a period as a sheet. Its first column is the id of a row, its second one the name. */
export function tableSheet(table: ReportTable, counts: Tally, nameRow: NameRow, language: Language): Sheet {
  const { name, rowsAre, rowsAreNamed, columns } = table;
  const units = columns.map(({ unit }) => unit);
  const isDay = rowsAre === 'day';
  return {
    name: name[language],
    columns: [
      isDay ? { name: rowsAreNamed[language], kind: 'day' } : { name: 'id', kind: 'text' },
      ...(isDay ? [] : [{ name: rowsAreNamed[language], kind: 'text' } as const]),
      ...columns.flatMap((column) => columnsOf(column.name[language], column.unit)),
    ],
    rows: readTable(table, counts).map(({ row, cells }) => [
      ...(isDay ? [row] : [row, nameRow(rowsAre, row)]),
      ...cells.flatMap((cell, at) => cellsOf(cell, units[at] ?? 'count')),
    ]),
  };
}
