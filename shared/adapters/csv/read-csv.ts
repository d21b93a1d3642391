import { CsvError, parse } from 'csv-parse/sync';
import type { Place } from '#shared/domain/outreach/listed-call.ts';
import { type ListSource, type TextBlock, textBlocks } from './text-blocks.ts';

/** A row of a table. `line` counts from 1 and is that of its last field. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
  /** A quotation mark is not closed, or misplaced: its only field is its text. */
  readonly fault?: 'quote';
  /** The reading may continue here, after the row. */
  readonly next?: Place;
}

const SEPARATORS = [',', ';', '\t', '،', '|'] as const;
/** The headings are among so many rows. Rows above them, such as a title, often have no separator. */
const MOST_TITLES = 20;
/** A row of several lines ends within so many of them and signs, or its quotation mark is a slip. */
const LONGEST_ROW = { lines: 100, signs: 64 * 1024 };

/**
 * Return the separator that most of the first rows have outside quotation marks: a title or a text may have another.
 * Of two in as many rows, it is the more frequent one.
 */
function separatorOf(start: string): string {
  const rows = start.replace(/"[^"]*"/gu, '').split(/[\r\n]+/u, MOST_TITLES);
  const scores = SEPARATORS.map((separator) => {
    const counts = rows.map((row) => row.split(separator).length - 1);
    return {
      ...{ separator, rows: counts.filter((count) => count > 0).length },
      signs: counts.reduce((sum, count) => sum + count, 0),
    };
  });
  return scores.reduce((best, one) =>
    one.rows > best.rows || (one.rows === best.rows && one.signs > best.signs) ? one : best,
  ).separator;
}

/** The first line by which a file names its separator for Excel. It is not a row. */
const NAMED_SEPARATOR = /^\ufeff?"?sep=([^\r\n])"?[^\r\n\p{L}\p{N}]*[\r\n]/iu;

/** Return how a table is parsed, by its begin: empty rows are left out, and fields are trimmed. */
export function sheetOptions(start: string) {
  const named = NAMED_SEPARATOR.exec(start)?.[1];
  return {
    ...{ delimiter: named ?? separatorOf(start), from_line: named === undefined ? 1 : 2 },
    ...{ bom: true, trim: true, info: true },
    ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
  } as const;
}

type Options = ReturnType<typeof sheetOptions>;

/** A row of one or several lines, as it is written. */
interface WrittenRow {
  readonly text: string;
  /** Its first line. */
  readonly line: number;
  readonly fault?: 'quote';
}

/** A quoted field of several lines ends before a separator or the end of the line. Otherwise its mark was a slip. */
const isEndOfField = (rest: string, delimiter: string): boolean =>
  (rest.split(delimiter, 1)[0] ?? '').trim() === '';

/**
 * Scan a line for quotation marks. Return whether a quoted field is open at its end, and whether a field that was open
 * at its begin ends as one does.
 */
function quotesIn(line: string, delimiter: string, isOpen: boolean) {
  let open = isOpen;
  let isFieldStart = !isOpen;
  let endsWell: boolean | undefined;
  for (let at = 0; at < line.length; at += 1) {
    const sign = line[at] ?? '';
    if (sign === '"' && open) {
      const isEscaped = line[at + 1] === '"';
      if (isEscaped) at += 1;
      else endsWell ??= isEndOfField(line.slice(at + 1), delimiter);
      open = isEscaped;
    } else if (sign === '"') open = isFieldStart;
    if (!open) isFieldStart = sign === delimiter || (isFieldStart && sign.trim() === '');
  }
  return { open, endsWell: endsWell ?? true };
}

/** Puts the lines of a table together to rows. A quotation mark without a partner is a fault of its line alone. */
class Rows {
  readonly #delimiter: string;
  #begun: string[] = [];
  #signs = 0;
  #line = 0;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /** The first line of the row that is begun, if any. */
  get begunAt(): number | undefined {
    return this.#begun.length === 0 ? undefined : this.#line;
  }

  /** Take a line, the `number`-th of the table. Return the rows that it completes, and those at fault. */
  take(line: string, number: number): WrittenRow[] {
    const isOpen = this.#begun.length > 0;
    if (!isOpen && !line.includes('"')) return [{ text: line, line: number }];
    const { open, endsWell } = quotesIn(line, this.#delimiter, isOpen);
    if (!isOpen && !open) return [{ text: line, line: number }];
    if (!isOpen) this.#line = number;
    this.#begun.push(line);
    this.#signs += line.length;
    if (!open && endsWell) return [this.#whole()];
    const isTooLong = this.#begun.length > LONGEST_ROW.lines || this.#signs > LONGEST_ROW.signs;
    return open && !isTooLong ? [] : this.end();
  }

  #whole(): WrittenRow {
    const row = { text: this.#begun.join('\n'), line: this.#line };
    [this.#begun, this.#signs] = [[], 0];
    return row;
  }

  /** Give a begun row up: its first line is at fault, the others are read again. */
  end(): WrittenRow[] {
    const [[first, ...others], line] = [this.#begun, this.#line];
    [this.#begun, this.#signs] = [[], 0];
    if (first === undefined) return [];
    return [
      { text: first, line, fault: 'quote' },
      ...others.flatMap((again, index) => this.take(again, line + index + 1)),
    ];
  }
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const faulty = ({ text, line }: WrittenRow): CsvRow => ({ line, fields: [text], fault: 'quote' });

/** Parse rows that follow each other. */
function parsed(rows: readonly WrittenRow[], options: Omit<Options, 'from_line'>): CsvRow[] {
  const [first, second] = rows;
  if (first === undefined) return [];
  try {
    const text = rows.map((row) => row.text).join('\n');
    const found = parse(text, { ...options, record_delimiter: '\n' }) as unknown as readonly Parsed[];
    return found.map(({ record, info }) => ({ line: first.line + info.lines - 1, fields: record }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return second === undefined ? [faulty(first)] : rows.flatMap((row) => parsed([row], options));
  }
}

/** Read the rows of a block. Rows before a line at fault keep their order. */
function rowsOf({ text, line }: TextBlock, rows: Rows, options: Options, isLast: boolean): CsvRow[] {
  const { from_line, ...parsing } = options;
  const lines = text.split('\n');
  // A line end is the end of a line, not the begin of another.
  if (lines.at(-1) === '') lines.pop();
  const taken = lines.flatMap((one, index) => {
    const number = line + index + 1;
    return number < from_line ? [] : rows.take(one, number);
  });
  if (isLast) taken.push(...rows.end());
  const found: CsvRow[] = [];
  let run: WrittenRow[] = [];
  for (const one of taken) {
    if (one.fault === undefined) run.push(one);
    else {
      found.push(...parsed(run, parsing), faulty(one));
      run = [];
    }
  }
  return [...found, ...parsed(run, parsing)];
}

async function firstBlock(open: ListSource): Promise<TextBlock | undefined> {
  for await (const block of textBlocks(open)) return block;
  return undefined;
}

/**
 * Read a table of any size, row by row, in bounded memory. Empty rows are left out, and fields are trimmed. A row whose
 * quotation mark is not closed has a fault.
 *
 * @param open start reading the bytes. It is called for the begin, for the encoding and for the rows.
 * @param from continue after a row: the first rows are those of the table, for its headings, and the others follow the
 * place
 * @throws UnknownEncoding before the first row
 */
export async function* readCsv(open: ListSource, from?: Place): AsyncGenerator<CsvRow> {
  const head = await firstBlock(open);
  if (head === undefined) return;
  const options = sheetOptions(head.text);
  const rows = new Rows(options.delimiter);
  if (from) {
    const first = rowsOf(head, new Rows(options.delimiter), options, true).slice(0, MOST_TITLES);
    for (const { line, fields } of first) if (line <= from.line) yield { line, fields };
  }
  for await (const block of textBlocks(open, from)) {
    const found = rowsOf(block, rows, options, false);
    const last = found.pop();
    yield* found;
    if (last === undefined) continue;
    // A row that is begun is read again from its first line.
    const { begunAt } = rows;
    const next = begunAt === undefined ? block.next : placeOf(block, begunAt - 1);
    yield next ? { ...last, next } : last;
  }
  yield* rowsOf({ ...head, text: '' }, rows, options, true);
}

/** Return where the text after a line begins, if it is in the block. */
const placeOf = (block: TextBlock, line: number): Place | undefined =>
  line < block.line ? undefined : block.placeAfter(line - block.line);
