import { DAY_MS, formatDate, parseDate } from '../sla/local-date.ts';
import { localMs, REPORTING_ZONE } from './local-day.ts';

/**
 * The kinds of cells: text; a whole number; a number with decimals; a share from 0 to 1; a local day
 * `YYYY-MM-DD`; or an instant in milliseconds, shown in the time of the centre.
 */
export type CellKind = 'text' | 'whole' | 'decimal' | 'share' | 'day' | 'instant';

export interface SheetColumn {
  readonly name: string;
  readonly kind: CellKind;
}

/** A cell as the kind of its column says; null when it is empty. */
export type SheetCell = string | number | null;

/** A table for people and programs: the same cells become a page, a CSV file, a workbook and JSON. */
export interface Sheet<Rows = readonly (readonly SheetCell[])[]> {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Rows;
}

/** The rows of a sheet in pieces, so that any number of them is written in bounded memory. */
export type SheetPieces =
  | AsyncIterable<readonly (readonly SheetCell[])[]>
  | Iterable<readonly (readonly SheetCell[])[]>;

/** The zone of all local times of a sheet, for its column of zones. */
export const SHEET_ZONE = REPORTING_ZONE;

/** Write an instant as ISO 8601 local time of the centre, without a zone. */
export function localTime(at: number): string {
  const local = localMs(at);
  const seconds = Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / 1000);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = formatDate(Math.floor(local / DAY_MS));
  return `${day}T${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The day 0 of spreadsheets is 1899-12-30. */
const EPOCH_DAYS = 25_569;

/** Return the number of days by which a spreadsheet stores a day or an instant. */
export const spreadsheetDays = (cell: string | number): number =>
  typeof cell === 'string'
    ? parseDate(cell) + EPOCH_DAYS
    : Math.round((localMs(cell) / DAY_MS + EPOCH_DAYS) * 86_400) / 86_400;
