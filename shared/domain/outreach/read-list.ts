import type { Language } from '#events/vocabulary.ts';
import { everyOf } from '../every-of.ts';
import type { UsedService } from './call-out.ts';
import { columnsOf, isHeading, type ListColumns, USUAL_COLUMNS } from './list-columns.ts';
import { listedDate } from './listed-date.ts';

/** A row of a list. `line` counts from 1. */
export interface ListRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** A person on a list, to be asked about a service. */
export interface ListedCall {
  readonly line: number;
  readonly phone: string;
  readonly service: UsedService;
  readonly language: Language;
}

/** Why a file, or the rest of it, cannot be read. */
export type UnreadableFault = 'quote' | 'workbook' | 'encoding' | 'json';

/** Why no call to a listed person is planned. */
export type PlanFault = 'planned' | 'recent' | 'unwanted';

/** The rows of a list end here. Line 0 means the whole list. */
export class UnreadableList extends Error {
  readonly fault: UnreadableFault;
  readonly line: number;

  constructor(fault: UnreadableFault, line: number) {
    super(`line ${line}: ${fault}`);
    this.fault = fault;
    this.line = line;
  }
}

export type ListFault =
  | 'headings'
  | 'fields'
  | 'phone'
  | 'service'
  | 'formula'
  | 'spoiled'
  | 'date'
  | 'future'
  | 'old'
  | 'language'
  | 'repeated'
  | 'nothing'
  | 'too-many'
  | UnreadableFault
  | PlanFault;

/** A fault in a line, counted from 1. Line 0 means the whole list. */
export interface ListIssue {
  readonly line: number;
  readonly fault: ListFault;
  readonly given: string;
}

/** The calls of the right lines, and the faults of the others. */
export interface ReadList {
  readonly calls: readonly ListedCall[];
  readonly issues: readonly ListIssue[];
}

export interface ListContext {
  /** Parse a typed number to E.164, or return undefined for an invalid number. */
  phoneOf(typed: string): string | undefined;
  /** Today's local date. */
  readonly today: string;
}

/** @internal exported for tests */
export const MOST_LISTED = 2000;
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

type ReadRow = Omit<ListedCall, 'line'> | Omit<ListIssue, 'line'>;

function readRow(fields: readonly string[], columns: ListColumns, { phoneOf, today }: ListContext): ReadRow {
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

/** Reads the rows of one list. */
class ListReader {
  readonly calls: ListedCall[] = [];
  readonly issues: ListIssue[] = [];
  readonly #context: ListContext;
  readonly #seen = new Set<string>();
  #columns: ListColumns | undefined;
  #hasHeadings = false;
  #rows = 0;

  constructor(context: ListContext) {
    this.#context = context;
  }

  report({ fault, given }: Omit<ListIssue, 'line'>, line: number): void {
    this.issues.push({ line, fault, given: given.slice(0, LONGEST_GIVEN) });
  }

  /** Read a row. Return false when the rest of the list is not to be read. */
  read(line: number, fields: readonly string[]): boolean {
    if (this.#columns === undefined) {
      const named = columnsOf(fields);
      if ('columns' in named) {
        this.#columns = named.columns;
        this.#hasHeadings = true;
        return true;
      }
      if (isHeading(fields)) {
        this.report({ fault: 'headings', given: fields.join(', ') }, line);
        return false;
      }
      this.#columns = USUAL_COLUMNS;
    }
    this.#rows += 1;
    if (this.#rows > MOST_LISTED) {
      this.calls.length = 0;
      this.issues.length = 0;
      this.report({ fault: 'too-many', given: '' }, 0);
      return false;
    }
    this.#keep(line, this.#readRow(fields, this.#columns));
    return true;
  }

  end(): void {
    if (this.#rows === 0 && this.issues.length === 0) this.report({ fault: 'nothing', given: '' }, 0);
  }

  #readRow(fields: readonly string[], columns: ListColumns): ReadRow {
    if (!this.#hasHeadings && isTooShortOrLong(fields)) return { fault: 'fields', given: fields.join(', ') };
    return readRow(fields, columns, this.#context);
  }

  #keep(line: number, read: ReadRow): void {
    if ('fault' in read) this.report(read, line);
    else if (this.#seen.has(read.phone)) this.report({ fault: 'repeated', given: read.phone }, line);
    else {
      this.#seen.add(read.phone);
      this.calls.push({ line, ...read });
    }
  }
}

/**
 * Read a list of people to call, row by row: number, e-service, date and optional language, in the order of
 * the headings or in this order. A faulty row does not affect the others.
 */
export async function readList(rows: AsyncIterable<ListRow>, context: ListContext): Promise<ReadList> {
  const reader = new ListReader(context);
  try {
    for await (const { line, fields } of rows) {
      const clean = fields.map(cleaned);
      if (clean.some((field) => field !== '') && !reader.read(line, clean)) break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableList)) throw error;
    reader.report({ fault: error.fault, given: '' }, error.line);
  }
  reader.end();
  return { calls: reader.calls, issues: reader.issues };
}
