import { stringify } from 'csv-stringify/sync';
import {
  localTime,
  type Sheet,
  type SheetCell,
  type SheetColumn,
  type SheetPieces,
} from '#shared/domain/reports/sheet.ts';

type Fields = readonly (string | number)[];

/** Spreadsheets run a field that begins like this (OWASP, CSV injection), the wide forms of East Asia included. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

const field = (value: string | number): string | number =>
  typeof value === 'string' && FORMULA.test(value) ? `'${value}` : value;

const lines = (rows: readonly Fields[], isFirst: boolean): Uint8Array =>
  new TextEncoder().encode(
    stringify(
      rows.map((row) => row.map(field)),
      { bom: isFirst, record_delimiter: '\r\n' },
    ),
  );

/**
 * Write rows as a file that spreadsheets open with Arabic letters: UTF-8 with a mark, lines that end with CR LF, and no
 * text that is a formula.
 */
export const writeCsv = (rows: readonly Fields[]): Uint8Array => lines(rows, true);

/** Write a cell as CSV shows it: an instant as ISO local time, nothing for an empty cell. */
const csvCell = (cell: SheetCell, { kind }: SheetColumn): string | number => {
  if (cell === null) return '';
  return kind === 'instant' ? localTime(Number(cell)) : cell;
};

/** Write a sheet of any size as CSV, piece by piece. The first row has the names of the columns. */
export async function* csvPieces({ columns, rows }: Sheet<SheetPieces>): AsyncGenerator<Uint8Array> {
  yield lines([columns.map(({ name }) => name)], true);
  for await (const piece of rows) {
    const fields = piece.map((row) => columns.map((column, at) => csvCell(row[at] ?? null, column)));
    if (fields.length > 0) yield lines(fields, false);
  }
}
