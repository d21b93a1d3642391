import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { listEncoding } from './list-encoding.ts';

/** A row of a list. `line` counts from 1 and is that of its last field. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

export { CsvError };

const SEPARATORS = [',', ';', '\t', '،'] as const;
/** A row is cut off here: a quotation mark without its partner must not take the rest of the file. */
const LONGEST_ROW = 64 * 1024;

async function* decoded(chunks: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

/** Return the separator that is most frequent outside quotation marks in the first row. */
function separatorOf(start: string): string {
  const [row = ''] = start.replace(/"[^"]*"/gu, '').split(/[\r\n]/u, 1);
  const counts = SEPARATORS.map((separator) => row.split(separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Return how a list is parsed, by its begin: empty rows are left out, and fields are trimmed. */
export const sheetOptions = (start: string) =>
  ({
    ...{ delimiter: separatorOf(start), bom: true, trim: true, info: true },
    ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
  }) as const;

/** Read until the first row is whole, and return the text read and the rest. */
async function firstRow(texts: AsyncGenerator<string>): Promise<string> {
  let start = '';
  while (!/[\r\n]/u.test(start) && start.length < LONGEST_ROW) {
    const { value, done } = await texts.next();
    if (done) break;
    start += value;
  }
  return start;
}

async function* joined(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

/**
 * Read a list of any size, row by row, in bounded memory. Empty rows are left out, and fields are trimmed.
 *
 * @param open start reading the bytes from their beginning. It is called twice: for the encoding, and for the rows.
 * @throws UnknownEncoding before the first row
 * @throws CsvError after the last row, if a row is too long or its quotation mark is not closed
 */
export async function* readCsv(open: () => AsyncIterable<Uint8Array>): AsyncGenerator<CsvRow> {
  const texts = decoded(open(), await listEncoding(open()));
  const start = await firstRow(texts);
  const skipped: CsvError[] = [];
  const parser = parse({
    ...sheetOptions(start),
    max_record_size: LONGEST_ROW,
    // An error would discard the right rows before it.
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error) skipped.push(error);
      return undefined;
    },
  });
  const source = Readable.from(joined(start, texts));
  source.on('error', (error) => parser.destroy(error));
  for await (const { record, info } of source.pipe(parser)) yield { line: info.lines, fields: record };
  if (skipped[0]) throw skipped[0];
}
