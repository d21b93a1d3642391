import type { Language } from '#events/vocabulary.ts';
import { everyOf } from '../every-of.ts';
import { columnsOf, isHeading, type ListColumns, USUAL_COLUMNS } from './list-columns.ts';
import {
  type ListContext,
  type ListedCall,
  type ListFault,
  type ListIssue,
  type ListRow,
  UnreadableList,
} from './listed-call.ts';
import { listedDate } from './listed-date.ts';

const LANGUAGES: readonly Language[] = everyOf<Language>()(['ar', 'en']);
const LONGEST_SERVICE = 120;
const LONGEST_GIVEN = 80;

/** Remove invisible signs, and the form ="…" by which a spreadsheet keeps the zeros of a number. */
const cleaned = (field: string): string =>
  field
    .replace(/[\p{Cf}\u00a0]/gu, (sign) => (sign === '\u00a0' ? ' ' : ''))
    .trim()
    .replace(/^="?([^"()]*)"?$/u, '$1')
    .trim();

/** UTF-8 that was read as windows-1252, or as windows-1256. */
const READ_WRONGLY = /[ØÙ][\u0080-\u00ff]|(?:[طظ][\u0080-\u00bf\u2013-\u203a€™œ]){2}/u;

/** Does a text have signs that it gets when it is saved or read in a wrong encoding? */
const isSpoiled = (text: string): boolean => /[\ufffd\p{Cc}]|\?{3}/u.test(text) || READ_WRONGLY.test(text);

function serviceFault(name: string): ListFault | undefined {
  if (name === '' || name.length > LONGEST_SERVICE || !/\p{L}/u.test(name)) return 'service';
  if (/^[=+@-]/u.test(name)) return 'formula';
  return isSpoiled(name) ? 'spoiled' : undefined;
}

/** A right row, or the fault of a row. */
export type ReadRow = ListedCall | ListIssue;
type Unnumbered = Omit<ListedCall, 'line'> | Omit<ListIssue, 'line'>;

function readRow(
  fields: readonly string[],
  columns: ListColumns,
  { phoneOf, today }: ListContext,
): Unnumbered {
  const at = (column: number | undefined): string => (column === undefined ? '' : (fields[column] ?? ''));
  const typed = at(columns.phone);
  const phone = phoneOf(typed);
  if (phone === undefined) return { fault: 'phone', given: typed };
  const name = at(columns.service);
  const fault = serviceFault(name);
  if (fault !== undefined) return { fault, given: name };
  const on = listedDate(at(columns.date), today);
  if ('fault' in on) return { fault: on.fault, given: at(columns.date) };
  const spoken = at(columns.language);
  const language = spoken === '' ? 'ar' : LANGUAGES.find((one) => one === spoken.toLowerCase());
  if (language === undefined) return { fault: 'language', given: spoken };
  return { phone, service: { name, on: on.date }, language };
}

/** Without headings a row has three or four fields, trailing separators aside. */
const isTooShortOrLong = (fields: readonly string[]): boolean => {
  const used = fields.findLastIndex((field) => field !== '') + 1;
  return used < 3 || used > 4;
};

const issueOf = (line: number, fault: ListFault, given: string): ListIssue => ({
  ...{ line, fault, given: given.slice(0, LONGEST_GIVEN) },
});

/** Where the fields of a list are: by its headings, or in the usual order. */
interface Layout {
  readonly columns: ListColumns;
  readonly hasHeadings: boolean;
}

/** Return the layout by the first row; undefined when its headings name too few columns. */
function layoutOf(first: readonly string[]): Layout | undefined {
  const named = columnsOf(first);
  if ('columns' in named) return { columns: named.columns, hasHeadings: true };
  return isHeading(first) ? undefined : { columns: USUAL_COLUMNS, hasHeadings: false };
}

async function* cleanRows(rows: AsyncIterable<ListRow>): AsyncGenerator<ListRow> {
  for await (const { line, fields } of rows) {
    const clean = fields.map(cleaned);
    if (clean.some((field) => field !== '')) yield { line, fields: clean };
  }
}

async function* layoutRows(rows: AsyncIterable<ListRow>, context: ListContext): AsyncGenerator<ReadRow> {
  let layout: Layout | undefined;
  for await (const { line, fields } of cleanRows(rows)) {
    if (layout === undefined) {
      layout = layoutOf(fields);
      if (layout === undefined) {
        yield issueOf(line, 'headings', fields.join(', '));
        return;
      }
      if (layout.hasHeadings) continue;
    }
    const { columns, hasHeadings } = layout;
    const read =
      !hasHeadings && isTooShortOrLong(fields)
        ? { fault: 'fields' as const, given: fields.join(', ') }
        : readRow(fields, columns, context);
    yield 'fault' in read ? issueOf(line, read.fault, read.given) : { line, ...read };
  }
}

/**
 * Read the rows of a list one by one, in bounded memory: number, e-service, date and optional language, in the order of
 * the headings or in this order. A faulty row does not affect the others. The last row is a fault when the rest cannot
 * be read, or when there is no row.
 */
export async function* readRows(rows: AsyncIterable<ListRow>, context: ListContext): AsyncGenerator<ReadRow> {
  let isEmpty = true;
  try {
    for await (const row of layoutRows(rows, context)) {
      isEmpty = false;
      yield row;
    }
  } catch (error) {
    if (!(error instanceof UnreadableList)) throw error;
    isEmpty = false;
    yield issueOf(error.line, error.fault, '');
  }
  if (isEmpty) yield issueOf(0, 'nothing', '');
}
