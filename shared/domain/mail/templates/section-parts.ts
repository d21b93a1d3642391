import type { Language } from '#shared/domain/text/language.ts';
import { isolateRuns } from '#shared/domain/text/text-runs.ts';
import { escapeHtml } from './escape.ts';
import { direction, FONT, FONT_FAMILY, INK, inlineHtml, side } from './inline-html.ts';

/** A part of a section: a heading, a list of sentences, a table of text, or a picture of the same mail. */
export type SectionPart =
  | { readonly part: 'heading'; readonly text: string }
  | { readonly part: 'list'; readonly items: readonly string[] }
  | {
      readonly part: 'table';
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** For each cell the address that it leads to, if it does. */
      readonly addresses?: readonly (readonly (string | undefined)[])[];
    }
  | {
      readonly part: 'picture';
      /** The Content-ID of an inline file of the mail (RFC 2392). */
      readonly contentId: string;
      /** Shown where pictures are blocked. */
      readonly sentence: string;
      readonly width: number;
      readonly height: number;
    };

/** Return the lines of a part in a plain text mail. */
export function partText(part: SectionPart): string[] {
  switch (part.part) {
    case 'heading':
      return [`* ${part.text}`];
    case 'list':
      return part.items.map((item) => `- ${isolateRuns(item)}`);
    case 'table':
      return part.rows.map(([name = '', ...cells]) => {
        const named = cells.map((cell, at) =>
          cells.length === 1 ? cell : `${part.columns[at + 1] ?? ''} ${cell}`.trim(),
        );
        return `${isolateRuns(name)}: ${named.map(isolateRuns).join(' | ')}`;
      });
    case 'picture':
      return [isolateRuns(part.sentence)];
  }
}

const align = (language: Language): string => `text-align:${side(language)};direction:${direction(language)}`;

/** A table with more columns has small letters, so that a telephone shows its words whole. */
const WIDE_FROM = 4;

function tableHtml(
  { columns, rows, addresses = [] }: Extract<SectionPart, { part: 'table' }>,
  language: Language,
): string {
  const shown = (text: string, address: string | undefined): string =>
    address === undefined
      ? inlineHtml(text)
      : `<a href="${escapeHtml(address)}" style="color:${INK}">${inlineHtml(text)}</a>`;
  // A report has hundreds of cells: sides and paddings are attributes of the table and its rows.
  const isWide = columns.length > WIDE_FROM;
  const cell = `border-bottom:1px solid #e5e7eb;font:${isWide ? '12px/1.4' : '14px/1.5'} ${FONT_FAMILY}`;
  const head = columns
    .map((column) => `<th style="${cell};color:#5b6675">${escapeHtml(column)}</th>`)
    .join('');
  const row = `<tr align="${side(language)}"`;
  const body = rows
    .map(
      (texts, line) =>
        `${row}>${texts
          .map((text, at) => `<td style="${cell};color:${INK}">${shown(text, addresses[line]?.[at])}</td>`)
          .join('')}</tr>`,
    )
    .join('');
  return `<table dir="${direction(language)}" width="100%" cellpadding="${isWide ? 2 : 7}" cellspacing="0" border="0" style="margin:0 0 16px;overflow-wrap:break-word;word-break:normal">${row} valign="bottom">${head}</tr>${body}</table>`;
}

/** Render a part with inline styles, for clients that support only tables. */
export function partHtml(part: SectionPart, language: Language): string {
  switch (part.part) {
    case 'heading':
      return `<h2 style="margin:20px 0 8px;${FONT};font-size:17px;color:${INK};${align(language)}">${escapeHtml(part.text)}</h2>`;
    case 'list':
      return part.items
        .map(
          (item) =>
            `<p style="margin:0 0 8px;${FONT};font-size:15px;line-height:1.6;color:${INK};${align(language)}">${inlineHtml(item)}</p>`,
        )
        .join('');
    case 'table':
      return tableHtml(part, language);
    case 'picture':
      return `<img src="cid:${escapeHtml(part.contentId)}" alt="${escapeHtml(part.sentence)}" width="${part.width}" height="${part.height}" style="display:block;width:100%;max-width:${part.width}px;height:auto;margin:0 0 12px;border:0;${FONT};font-size:14px;color:${INK}">`;
  }
}
