import { csvPieces } from '#shared/adapters/csv/write-csv.ts';
import { writeWorkbook } from '#shared/adapters/sheets/write-workbook.ts';
import { measured } from '#shared/domain/reports/measured.ts';
import { cellOf, measuresSheet, type NameRow, tableSheet } from '#shared/domain/reports/report-sheets.ts';
import { type ReportTable, readTable } from '#shared/domain/reports/report-table.ts';
import { SHEET_ZONE, type Sheet } from '#shared/domain/reports/sheet.ts';
import { isPersonal, TABLES } from '#shared/domain/reports/tables.ts';
import { can } from '../shell/access.ts';
import type { View } from '../shell/view.ts';
import type { PeriodFigures } from './read-figures.ts';
import { rowName } from './row-name.ts';

/** Return the tables that a person may see. */
export const tablesFor = (view: View): readonly ReportTable[] =>
  TABLES.filter((table) => !isPersonal(table) || can(view, 'cases.supervise'));

const nameIn =
  (view: View): NameRow =>
  (kind, row) =>
    rowName(kind, row, view);

const sheetOfMeasures = ({ period, figures, compared }: PeriodFigures, view: View): Sheet =>
  measuresSheet([{ period, figures }, ...(compared ? [compared] : [])], view.language);

const sheetOf = (table: ReportTable, { counts }: PeriodFigures, view: View): Sheet =>
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
  view: View,
): Promise<Uint8Array> {
  const sheet = table ? sheetOf(table, given, view) : sheetOfMeasures(given, view);
  return whole(csvPieces({ ...sheet, rows: [sheet.rows] }));
}

/** Write one table of the figures as a workbook; without a table, the measures and every table as a sheet each. */
export function figuresWorkbook(
  given: PeriodFigures,
  table: ReportTable | undefined,
  view: View,
): Promise<Uint8Array> {
  const tables = table ? [table] : tablesFor(view);
  const sheets = tables.map((one) => sheetOf(one, given, view)).filter(({ rows }) => rows.length > 0);
  return writeWorkbook(table ? sheets : [sheetOfMeasures(given, view), ...sheets], {
    isRtl: view.language === 'ar',
  });
}

/** Return the figures for programs: the measures and every table of a period, with names in the language asked for. */
export function figuresJson(given: PeriodFigures, tables: readonly ReportTable[], view: View): object {
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
