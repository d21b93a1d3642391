import type { Bilingual } from '../text/bilingual.ts';
import type { MeasureUnit, MeasureValue } from './measure-entry.ts';
import { type ShownValue, shownValue } from './measured.ts';
import { type Selection, sumOf } from './selection.ts';
import type { Tally } from './tally.ts';

/** The kinds of rows. Pages know how each is named. */
export type RowKind =
  | 'day'
  | 'channel'
  | 'category'
  | 'service'
  | 'district'
  | 'segment'
  | 'language'
  | 'department'
  | 'clock'
  | 'user'
  | 'holder'
  | 'outcome'
  | 'suppression'
  | 'line'
  | 'mode'
  | 'recovery'
  | 'question'
  | 'hour';

/**
 * One column of numbers: for each row its value, and the counters behind it: of a count, the counters that it is the
 * sum of; of a share or a time, those of all that it is of. Answers of persons have none.
 */
export interface TableColumn {
  readonly id: string;
  readonly name: Bilingual;
  readonly unit: MeasureUnit;
  readonly of: (counts: Tally, row: string) => MeasureValue;
  readonly behind?: (row: string) => Selection;
  /** Whether the list behind a number may have a few rows more or fewer than it counts. */
  readonly isNear?: boolean;
}

/** A table of the figures. Pages, files and the interface for programs show the same tables. */
export interface ReportTable {
  readonly id: string;
  readonly name: Bilingual;
  readonly rowsAre: RowKind;
  readonly rowsAreNamed: Bilingual;
  /** Return the rows, in the order in which they are shown. */
  readonly rows: (counts: Tally) => readonly string[];
  readonly columns: readonly TableColumn[];
}

/** A value of a table as every output shows it. */
export interface TableCell extends ShownValue {
  readonly behind?: Selection;
}

export interface TableRow {
  readonly row: string;
  readonly cells: readonly TableCell[];
}

/** A column that counts cases or calls. It leads to them. */
export const counted = (id: string, name: Bilingual, behind: (row: string) => Selection): TableColumn => ({
  ...{ id, name, unit: 'count', behind },
  of: (counts, row) => sumOf(behind(row), counts),
});

/** Return the rows of a table for a period. A share of too few is hidden. */
export const readTable = ({ rows, columns }: ReportTable, counts: Tally): readonly TableRow[] =>
  rows(counts).map((row) => ({
    row,
    cells: columns.map(({ of, behind }) => ({
      ...shownValue(of(counts, row)),
      ...(behind && { behind: behind(row) }),
    })),
  }));
