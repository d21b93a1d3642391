import {
  type CellKind,
  type SheetCell,
  type SheetColumn,
  spreadsheetDays,
} from '#shared/domain/reports/sheet.ts';
import { HEADER_STYLE, STYLE_OF } from './workbook-parts.ts';

/** Characters that XML 1.0 cannot contain. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
/** Spreadsheets read `_x0041_` as an escaped character. */
const ESCAPED = /_(?=x[0-9a-f]{4}_)/giu;
const LONGEST_TEXT = 32_767;
const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** Escape a text for a cell. A text that is too long for a cell is cut. */
const text = (value: string): string =>
  (value.length > LONGEST_TEXT - 100 ? value.slice(0, LONGEST_TEXT) : value)
    .toWellFormed()
    .replace(NO_XML, '')
    .replace(ESCAPED, '_x005F_')
    .replace(/[&<>\r]/gu, (sign) => SIGNS[sign] ?? sign);

const inline = (value: string, style: number): string =>
  `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${text(value)}</t></is></c>`;

/** An empty cell is written too, because cells are placed by their order. */
function cellXml(cell: SheetCell, kind: CellKind): string {
  const style = STYLE_OF[kind];
  if (cell === null || cell === '') return `<c s="${style}"/>`;
  if (kind === 'text') return inline(String(cell), style);
  const number = kind === 'day' || kind === 'instant' ? spreadsheetDays(cell) : Number(cell);
  return Number.isFinite(number)
    ? `<c s="${style}"><v>${number}</v></c>`
    : inline(String(cell), STYLE_OF.text);
}

/** Write a row. Its number counts from 1. */
export const rowXml = (number: number, row: readonly SheetCell[], columns: readonly SheetColumn[]): string =>
  `<row r="${number}">${columns.map(({ kind }, at) => cellXml(row[at] ?? null, kind)).join('')}</row>`;

/** Write the first row, which stays in view. */
export const headerXml = (columns: readonly SheetColumn[]): string =>
  `<row r="1">${columns.map(({ name }) => inline(name, HEADER_STYLE)).join('')}</row>`;

/** The width of a column in characters. */
const WIDTH: Readonly<Record<CellKind, number>> = {
  ...{ text: 24, whole: 12, decimal: 12, share: 12, day: 12, instant: 20 },
};

/** Write everything of a sheet before its rows. */
export const sheetStart = (columns: readonly SheetColumn[], isRtl: boolean): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"${
    isRtl ? ' rightToLeft="1"' : ''
  }><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns
    .map(
      ({ kind, name }, at) =>
        `<col min="${at + 1}" max="${at + 1}" width="${Math.max(WIDTH[kind], Math.min(40, name.length + 2))}" customWidth="1"/>`,
    )
    .join('')}</cols><sheetData>`;

export const SHEET_END = '</sheetData></worksheet>';
