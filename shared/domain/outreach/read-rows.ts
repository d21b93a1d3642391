import type { Language } from '#events/vocabulary.ts';
import { everyOf } from '../every-of.ts';
import { normaliseArabic } from '../text/normalise-arabic.ts';
import { columnsOf, isHeading, type ListColumns, USUAL_COLUMNS } from './list-columns.ts';
import {
  type ListContext,
  type ListedCall,
  type ListFault,
  type ListIssue,
  type ListRow,
  UnreadableList,
} from './listed-call.ts';
import { type ListedDate, listedDate } from './listed-date.ts';

const languages: readonly Language[] = everyOf<Language>()(['ar', 'en']);
/** How lists write the languages, normalised. */
const LANGUAGES: Readonly<Record<Language, readonly string[]>> = {
  ar: ['ar', 'ara', 'arabic', 'عربي', 'عربيه', 'العربيه', 'اللغه العربيه', 'ع'],
  en: ['en', 'eng', 'english', 'انجليزي', 'انجليزيه', 'الانجليزيه', 'اللغه الانجليزيه', 'انكليزي', 'e'],
};

/** Return the language that a list names: Arabic when it names none. */
function languageOf(written: string): Language | undefined {
  if (written === '') return 'ar';
  const name = normaliseArabic(written).replace(/^(ar|en)[-_].*$/u, '$1');
  return languages.find((language) => LANGUAGES[language].includes(name));
}

const LONGEST_SERVICE = 120;
const LONGEST_GIVEN = 80;

/** A field of several lines is one line. With a long number, it may have taken in the rows after it. */
const inOneLine = (field: string): string => (/\p{Nd}{5}/u.test(field) ? field : field.replace(/\s+/gu, ' '));

/** Remove invisible signs, and the form ="…" by which a spreadsheet keeps the zeros of a number. */
const cleaned = (field: string): string =>
  inOneLine(field)
    .replace(/[\p{Cf}\u00a0]/gu, (sign) => (sign === '\u00a0' ? ' ' : ''))
    .trim()
    .replace(/^=(?:"([^"]*)"|(\+?\d+))$/u, '$1$2')
    .trim();

/** Return a telephone number that a program took for a quantity: 512345678.0, 5.12345678E8. */
function withoutFraction(typed: string): string {
  const [, first, rest, exponent] = /^(\d)\.(\d+)E\+?(\d+)$/iu.exec(typed) ?? [];
  // With fewer digits than its size, the number was rounded.
  if (rest !== undefined && rest.length === Number(exponent)) return `${first}${rest}`;
  return typed.replace(/^(\+?\d+)\.0+$/u, '$1');
}

/** UTF-8 that was read as windows-1252, or as windows-1256. */
const READ_WRONGLY = /[ØÙ][\u0080-\u00ff]|(?:[طظ][\u0080-\u00bf\u2013-\u203a€™œ]){2}/u;

/** Does a text have signs that it gets when it is saved or read in a wrong encoding? */
const isSpoiled = (text: string): boolean => /[\ufffd\p{Cc}]|\?{3}/u.test(text) || READ_WRONGLY.test(text);

function serviceFault(name: string): ListFault | undefined {
  if (name === '' || name.length > LONGEST_SERVICE || !/\p{L}/u.test(name)) return 'service';
  if (/^[=+@-]/u.test(name)) return 'formula';
  return isSpoiled(name) ? 'spoiled' : undefined;
}

/** A right row, or the fault of a row; and where the reading may continue after it. */
export type ReadRow = (ListedCall | ListIssue) & Pick<ListRow, 'next'>;
type Unnumbered = Omit<ListedCall, 'line'> | Omit<ListIssue, 'line'>;

/** A list has few dates, each in many rows. */
const MOST_REMEMBERED = 2000;
function rememberedDates(today: string): (typed: string) => ListedDate {
  const dates = new Map<string, ListedDate>();
  return (typed) => {
    const found = dates.get(typed) ?? listedDate(typed, today);
    if (dates.size < MOST_REMEMBERED) dates.set(typed, found);
    return found;
  };
}

interface Reading {
  readonly phoneOf: ListContext['phoneOf'];
  dateOf(typed: string): ListedDate;
}

function readRow(fields: readonly string[], columns: ListColumns, { phoneOf, dateOf }: Reading): Unnumbered {
  const at = (column: number | undefined): string => (column === undefined ? '' : (fields[column] ?? ''));
  const typed = at(columns.phone);
  const phone = phoneOf(withoutFraction(typed));
  if (phone === undefined) return { fault: 'phone', given: typed };
  const name = at(columns.service);
  const fault = serviceFault(name);
  if (fault !== undefined) return { fault, given: name };
  const on = dateOf(at(columns.date));
  if ('fault' in on) return { fault: on.fault, given: at(columns.date) };
  const spoken = at(columns.language);
  const language = languageOf(spoken);
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

/** A report has titles and notes above its headings, which are among so many rows. */
const MOST_TITLES = 10;

/** Find the layout by the first rows: the first of them that names the columns, otherwise the usual one. */
function layoutOf(first: readonly ListRow[]): { readonly layout: Layout; readonly from: number } | undefined {
  for (const [index, { fields }] of first.entries()) {
    const named = columnsOf(fields);
    if ('columns' in named) return { layout: { columns: named.columns, hasHeadings: true }, from: index + 1 };
  }
  const row = first.find(({ fault }) => fault === undefined);
  if (row && isHeading(row.fields)) return undefined;
  return { layout: { columns: USUAL_COLUMNS, hasHeadings: false }, from: 0 };
}

async function* cleanRows(rows: AsyncIterable<ListRow>): AsyncGenerator<ListRow> {
  for await (const row of rows) {
    const fields = row.fields.map(cleaned);
    if (row.fault || fields.some((field) => field !== '')) yield { ...row, fields };
  }
}

function issueOrCall(
  fields: readonly string[],
  { columns, hasHeadings }: Layout,
  reading: Reading,
): Unnumbered {
  if (!hasHeadings && isTooShortOrLong(fields)) return { fault: 'fields', given: fields.join(', ') };
  return readRow(fields, columns, reading);
}

function readOrFault({ line, fields, fault, next }: ListRow, layout: Layout, reading: Reading): ReadRow {
  const read = fault ? { fault, given: fields.join(', ') } : issueOrCall(fields, layout, reading);
  const row = 'fault' in read ? issueOf(line, read.fault, read.given) : { line, ...read };
  return next ? { ...row, next } : row;
}

async function* layoutRows(
  rows: AsyncIterable<ListRow>,
  { phoneOf, today }: ListContext,
  after: number,
): AsyncGenerator<ReadRow> {
  const reading = { phoneOf, dateOf: rememberedDates(today) };
  // A list that is read on shows its first rows again.
  const isRest = ({ line }: ListRow): boolean => line > after;
  const begin: ListRow[] = [];
  let layout: Layout | undefined;
  const begun = (): readonly ReadRow[] => {
    const [first] = begin;
    if (first === undefined) return [];
    const found = layoutOf(begin);
    if (found === undefined) {
      const given = first.fields.join(', ');
      return [issueOf(first.line, isSpoiled(given) ? 'encoding' : 'headings', given)];
    }
    layout = found.layout;
    return begin
      .slice(found.from)
      .filter(isRest)
      .map((row) => readOrFault(row, found.layout, reading));
  };
  for await (const row of cleanRows(rows)) {
    if (layout) {
      if (isRest(row)) yield readOrFault(row, layout, reading);
      continue;
    }
    begin.push(row);
    if (begin.length < MOST_TITLES && !('columns' in columnsOf(row.fields))) continue;
    yield* begun();
    if (layout === undefined) return;
  }
  if (layout === undefined) yield* begun();
}

/**
 * Read the rows of a list one by one, in bounded memory: number, e-service, date and optional language, in the order of
 * the headings or in this order. A faulty row does not affect the others. The last row is a fault when the rest cannot
 * be read, or when there is no row.
 *
 * @param after the number of lines read before, when the reading continues there: its first row is that of the list
 */
export async function* readRows(
  rows: AsyncIterable<ListRow>,
  context: ListContext,
  after = 0,
): AsyncGenerator<ReadRow> {
  let isEmpty = true;
  try {
    for await (const row of layoutRows(rows, context, after)) {
      isEmpty = false;
      yield row;
    }
  } catch (error) {
    if (!(error instanceof UnreadableList)) throw error;
    isEmpty = false;
    yield issueOf(error.line, error.fault, '');
  }
  if (isEmpty && after === 0) yield issueOf(0, 'nothing', '');
}
