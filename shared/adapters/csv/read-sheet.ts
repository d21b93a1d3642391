import { CsvError, parse } from 'csv-parse/sync';
import { encodingOf, UnknownEncoding } from './list-encoding.ts';
import { type CsvRow, sheetOptions } from './read-csv.ts';

/** A table that cannot be read, with the reason. */
export class SheetError extends Error {
  override readonly name = 'SheetError';
}

function rowsOf(bytes: Uint8Array): readonly CsvRow[] {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes);
  const rows: readonly { readonly record: readonly string[]; readonly info: { readonly lines: number } }[] =
    parse(text, sheetOptions(text)) as never;
  return rows.map(({ record, info }) => ({ line: info.lines, fields: record }));
}

/**
 * Read a whole table that a spreadsheet saved, in its encoding and with its separator. Empty rows are left out, and
 * fields are trimmed.
 *
 * @throws SheetError when the encoding is unknown or a quotation mark is not closed
 */
export function readSheet(bytes: Uint8Array): readonly CsvRow[] {
  try {
    return rowsOf(bytes);
  } catch (cause) {
    if (cause instanceof UnknownEncoding || cause instanceof CsvError)
      throw new SheetError(cause.message, { cause });
    throw cause;
  }
}
