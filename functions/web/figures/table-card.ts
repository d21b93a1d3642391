import type { MeasureUnit } from '#shared/domain/reports/measure-entry.ts';
import type { Period } from '#shared/domain/reports/period.ts';
import {
  type ReportTable,
  readTable,
  type TableCell,
  type TableRow,
} from '#shared/domain/reports/report-table.ts';
import { significanceOf } from '#shared/domain/reports/significance.ts';
import type { Tally } from '#shared/domain/reports/tally.ts';
import { type Html, html } from '../shell/http/html.ts';
import type { View } from '../shell/view.ts';
import { leadingTo, UNLISTED } from './behind-link.ts';
import { figuresText } from './figures-text.ts';
import { fileAddress } from './file-address.ts';
import { rowName } from './row-name.ts';
import { percent, sizeText } from './share-text.ts';
import { numberText } from './value-text.ts';

/** Rows that are shown at first. The others unfold. */
const MOST_ROWS = 40;
/** Rows of the page, so that it stays small over years. The files have all. */
const MOST_ON_PAGE = 120;

interface TableOptions {
  readonly period: Period;
  readonly view: View;
  /** Each share with its interval and number. */
  readonly isDetailed?: boolean;
}

function cellText(cell: TableCell, unit: MeasureUnit, { period, view, isDetailed }: TableOptions): Html {
  const { value, n, behind, low, high } = cell;
  if (value === null) return html`<span class="faint">–</span>`;
  const few = n !== null && significanceOf(n) === 'few' ? html`<sup>*</sup>` : '';
  const text = numberText(value, unit, view);
  const shown = unit === 'working-minutes' ? html`${text}` : html`<bdi dir="ltr">${text}</bdi>`;
  const detail =
    isDetailed && n !== null && low !== null && high !== null
      ? html` <small class="faint detail"><bdi dir="ltr">${percent(low)} – ${percent(high)}</bdi>
<bdi>${sizeText(n, view.language)}</bdi></small>`
      : '';
  return html`${leadingTo(shown, behind, period, unit === 'count' && value === 0)}${few}${detail}`;
}

/** Return rows of a table of the figures. Each count leads to its cases. */
export function tableRows(table: ReportTable, rows: readonly TableRow[], options: TableOptions): Html {
  const { id, rowsAre, rowsAreNamed, columns } = table;
  const { period, view } = options;
  const line = ({ row, cells }: TableRow): Html => {
    const of = rowsAre === 'day' ? { from: row, to: row } : period;
    return html`<tr data-row="${row}"><th scope="row">${
      rowsAre === 'day' || rowsAre === 'hour'
        ? html`<bdi dir="ltr">${rowName(rowsAre, row, view)}</bdi>`
        : rowName(rowsAre, row, view)
    }</th>${cells.map(
      (cell, at) =>
        html`<td${cell.behind === undefined && html` data-unlisted="${UNLISTED}"`}>${cellText(
          cell,
          columns[at]?.unit ?? 'count',
          { ...options, period: of },
        )}</td>`,
    )}</tr>`;
  };
  const head = html`<thead><tr><th scope="col">${rowsAreNamed[view.language]}</th>${columns.map(
    (column) => html`<th scope="col">${column.name[view.language]}</th>`,
  )}</tr></thead>`;
  const body = html`<tbody>${rows.map(line)}</tbody>`;
  return html`<div class="scroll" tabindex="0"><table class="numbers" data-table="${id}">${head}${body}</table></div>`;
}

/** Return a table of the figures with its files. Each count leads to its cases. */
export function tableCard(table: ReportTable, counts: Tally, period: Period, view: View): Html | false {
  const { language } = view;
  const w = figuresText[language];
  const { id, name, columns } = table;
  const rows = readTable(table, counts);
  if (rows.length === 0) return false;
  const file = (as: 'csv' | 'xlsx'): Html =>
    html`<a href="${fileAddress(period, as, { table: id })}">${as.toUpperCase()}</a>`;
  const part = (some: typeof rows): Html => tableRows(table, some, { period, view });
  const [folded, left] = [rows.slice(MOST_ROWS, MOST_ON_PAGE), rows.slice(MOST_ON_PAGE)];
  const hasShares = columns.some(({ unit }) => unit === 'share');
  return html`<details class="card wide report-table" id="table-${id}"><summary><h2>${name[language]}</h2></summary>
${part(rows.slice(0, MOST_ROWS))}${
  folded.length > 0 &&
  html`<details><summary>${w.moreLines(folded.length)}</summary>${part(folded)}</details>`
}${left.length > 0 && html`<p class="faint">${w.onlyInFiles(left.length)}</p>`}
<p class="faint"><small>${w.tableFile} ${file('csv')} · ${file('xlsx')}${hasShares && html` · * ${w.few}`}</small></p>
</details>`;
}
