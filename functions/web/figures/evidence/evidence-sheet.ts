import { writeWorkbook } from '#shared/adapters/sheets/write-workbook.ts';
import { CATALOGUE } from '#shared/domain/reports/catalogue.ts';
import { type Axis, DGA_AXES, measuresOf, tablesOf } from '#shared/domain/reports/dga-axes.ts';
import type { MeasureUnit } from '#shared/domain/reports/measure-entry.ts';
import type { ShownValue } from '#shared/domain/reports/measured.ts';
import { cellOf } from '#shared/domain/reports/report-sheets.ts';
import { readTable } from '#shared/domain/reports/report-table.ts';
import type { Sheet, SheetCell, SheetColumn } from '#shared/domain/reports/sheet.ts';
import { sourceEvents } from '#shared/domain/reports/source-events.ts';
import type { FileView } from '../figures-file.ts';
import { figuresText } from '../figures-text.ts';
import type { PeriodFigures } from '../read-figures.ts';
import { rowName } from '../row-name.ts';
import { evidenceNote } from './evidence-note.ts';
import { evidenceText } from './evidence-text.ts';

/** A line of the sheet of an axis. Lines without a number have only a text. */
interface Line {
  readonly part: keyof (typeof evidenceText)['en']['parts'];
  readonly id: string;
  readonly name: string;
  readonly row?: string;
  readonly unit?: MeasureUnit;
  readonly shown?: ShownValue;
  readonly shows?: string;
  readonly definition?: string;
  readonly formula?: string;
  readonly events?: string;
}

function linesOf(axis: Axis, { figures, counts }: PeriodFigures, view: FileView): readonly Line[] {
  const { language } = view;
  return [
    { part: 'about', id: axis.id, name: axis.name[language], shows: evidenceText[language].about },
    { part: 'question', id: axis.id, name: axis.name[language], shows: axis.asks[language] },
    ...measuresOf(axis, figures).map(({ id, unit, shows, ...shown }): Line => {
      const entry = CATALOGUE[id];
      return {
        ...{ part: 'measure', id, unit, shown },
        ...{ name: entry.name[language], shows: shows[language], definition: entry.definition[language] },
        ...{ formula: entry.formula.replaceAll('`', ''), events: sourceEvents(entry).join(', ') },
      };
    }),
    ...tablesOf(axis).flatMap(({ table, shows }) =>
      readTable(table, counts).flatMap(({ row, cells }) =>
        cells.flatMap((cell, at): Line[] => {
          const column = table.columns[at];
          if (column === undefined) return [];
          return [
            {
              ...{ part: 'table', id: `${table.id}.${column.id}.${row}`, unit: column.unit, shown: cell },
              ...{ name: `${table.name[language]}: ${column.name[language]}` },
              ...{ row: rowName(table.rowsAre, row, view), shows: shows[language] },
              ...(cell.behind && { formula: cell.behind.join(' + ') }),
            },
          ];
        }),
      ),
    ),
    ...axis.limits.map(
      (limit): Line => ({ part: 'limit', id: axis.id, name: axis.name[language], shows: limit[language] }),
    ),
  ];
}

/** Return the evidence on an axis as a sheet: one row a measure, a cell of a table, or a text. */
function axisSheet(axis: Axis, given: PeriodFigures, view: FileView): Sheet {
  const { language } = view;
  const [w, figures] = [evidenceText[language], figuresText[language]];
  const { from, to } = given.period;
  const text = (name: string): SheetColumn => ({ name, kind: 'text' });
  const decimal = (name: string): SheetColumn => ({ name, kind: 'decimal' });
  const numbers = (shown: ShownValue | undefined): SheetCell[] =>
    shown
      ? [...[shown.value, shown.n, shown.low, shown.high].map(cellOf), evidenceNote(shown, language) ?? null]
      : [null, null, null, null, null];
  return {
    name: axis.name[language],
    columns: [
      ...[text(w.part), text('id'), text(figures.columns.measure), text(w.row)],
      ...[
        { name: figures.columns.from, kind: 'day' } as const,
        { name: figures.columns.to, kind: 'day' } as const,
      ],
      ...[text(figures.columns.unit), decimal(figures.columns.value), { name: 'n', kind: 'whole' } as const],
      ...[decimal(figures.columns.low), decimal(figures.columns.high), text(w.note)],
      ...[text(w.shows), text(w.definition), text(w.formula), text(w.events)],
    ],
    rows: linesOf(axis, given, view).map(
      ({ part, id, name, row, unit, shown, shows, definition, formula, events }) => [
        ...[w.parts[part], id, name, row ?? null, from, to, unit ? figures.columns.units[unit] : null],
        ...numbers(shown),
        ...[shows ?? null, definition ?? null, formula ?? null, events ?? null],
      ],
    ),
  };
}

/** Write the evidence of a period as a workbook with a sheet for each axis. */
export const evidenceWorkbook = (given: PeriodFigures, view: FileView): Promise<Uint8Array> =>
  writeWorkbook(
    DGA_AXES.map((axis) => axisSheet(axis, given, view)),
    { isRtl: view.language === 'ar' },
  );
