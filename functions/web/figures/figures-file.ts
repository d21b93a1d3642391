import { csvPieces } from '#shared/adapters/csv/write-csv.ts';
import { writeWorkbook } from '#shared/adapters/sheets/write-workbook.ts';
import { measured } from '#shared/domain/reports/measured.ts';
import { cellOf, measuresSheet, type NameRow, tableSheet } from '#shared/domain/reports/report-sheets.ts';
import { type ReportTable, readTable } from '#shared/domain/reports/report-table.ts';
import { SHEET_ZONE, type Sheet } from '#shared/domain/reports/sheet.ts';
import type { View } from '../shell/view.ts';
import type { PeriodFigures } from './read-figures.ts';
import { rowName } from './row-name.ts';

/** The language of a file, and the names in it. */
export type FileView = Pick<View, 'language' | 'rules'>;

const nameIn =
  (view: FileView): NameRow =>
  (kind, row) =>
    rowName(kind, row, view);

const sheetOfMeasures = ({ period, figures, compared }: PeriodFigures, view: FileView): Sheet =>
  measuresSheet([{ period, figures }, ...(compared ? [compared] : [])], view.language);

const sheetOf = (table: ReportTable, { counts }: PeriodFigures, view: FileView): Sheet =>
  tableSheet(table, counts, nameIn(view), view.language);

async function whole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

/** Write one table of the figures as CSV; without a table, the measures. */
export function figuresCsv(
  given: PeriodFigures,
  table: ReportTable | undefined,
  view: FileView,
): Promise<Uint8Array> {
  const sheet = table ? sheetOf(table, given, view) : sheetOfMeasures(given, view);
  return whole(csvPieces({ ...sheet, rows: [sheet.rows] }));
}

const workbookOf = (sheets: readonly Sheet[], { language }: FileView): Promise<Uint8Array> =>
  writeWorkbook(sheets, { isRtl: language === 'ar' });

/** Write one table of the figures as a workbook. */
export const tableWorkbook = (
  given: PeriodFigures,
  table: ReportTable,
  view: FileView,
): Promise<Uint8Array> => workbookOf([sheetOf(table, given, view)], view);

/** Write the measures and tables of the figures as a workbook with a sheet each. Tables without rows are left out. */
export const figuresWorkbook = (
  given: PeriodFigures,
  tables: readonly ReportTable[],
  view: FileView,
): Promise<Uint8Array> => {
  const sheets = tables.map((one) => sheetOf(one, given, view)).filter(({ rows }) => rows.length > 0);
  return workbookOf([sheetOfMeasures(given, view), ...sheets], view);
};

/** Return the figures for programs: the measures and every table of a period, with names in the language asked for. */
export function figuresJson(given: PeriodFigures, tables: readonly ReportTable[], view: FileView): object {
  const { period, figures, counts, compared } = given;
  const measures = (of: PeriodFigures['figures']) =>
    measured(of).map((one) => ({
      ...one,
      value: cellOf(one.value),
      low: cellOf(one.low),
      high: cellOf(one.high),
    }));
  return {
    period: { ...period, zone: SHEET_ZONE },
    measures: measures(figures),
    ...(compared && {
      compared: { period: { ...compared.period, zone: SHEET_ZONE }, measures: measures(compared.figures) },
    }),
    tables: tables.map((table) => ({
      id: table.id,
      rowsAre: table.rowsAre,
      columns: table.columns.map(({ id, unit, name }) => ({ id, unit, name: name[view.language] })),
      rows: readTable(table, counts).map(({ row, cells }) => ({
        row,
        name: rowName(table.rowsAre, row, view),
        cells: cells.map(({ value, n, isHidden }) => ({ value: cellOf(value), n, isHidden })),
      })),
    })),
  };
}
