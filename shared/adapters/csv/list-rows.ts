import { streamXlsxRows } from 'hucre/xlsx';
import { LIST_COLUMNS } from '#shared/domain/outreach/list-columns.ts';
import { type ListRow, UnreadableList } from '#shared/domain/outreach/listed-call.ts';
import { UnknownEncoding } from './list-encoding.ts';
import { CsvError, readCsv } from './read-csv.ts';

/** Starts reading a file from its beginning. */
export type ListSource = () => AsyncIterable<Uint8Array>;

/** The first bytes of a ZIP archive, and of the OLE compound file of old and of encrypted workbooks. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

const CHUNK = 64 * 1024;
/** A file in memory as a source. */
export const bytesSource = (bytes: Uint8Array): ListSource =>
  async function* () {
    for (let at = 0; at < bytes.byteLength; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
  };

const START = 100;
/** Read the first bytes of a file, without its leading white space. */
async function startOf(open: ListSource): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of open()) {
    pieces.push(piece);
    size += piece.byteLength;
    if (size >= START) break;
  }
  return Buffer.concat(pieces).subarray(0, START);
}

/** Return the fields of a JSON line by the names of the columns. */
function jsonFields(text: string, line: number): string[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new UnreadableList('json', line);
  }
  const object = new Map(Object.entries(value ?? {}));
  return LIST_COLUMNS.map((column) => String(object.get(column) ?? ''));
}

async function* jsonRows(open: ListSource): AsyncGenerator<ListRow> {
  yield { line: 0, fields: LIST_COLUMNS };
  const decoder = new TextDecoder();
  let line = 0;
  let rest = '';
  const rowOf = (text: string): ListRow[] => {
    line += 1;
    return text.trim() === '' ? [] : [{ line, fields: jsonFields(text, line) }];
  };
  for await (const piece of open()) {
    const texts = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = texts.pop() ?? '';
    for (const text of texts) yield* rowOf(text);
  }
  yield* rowOf(rest + decoder.decode());
}

async function* csvRows(open: ListSource): AsyncGenerator<ListRow> {
  let line = 0;
  try {
    for await (const row of readCsv(open)) {
      line = row.line;
      yield row;
    }
  } catch (error) {
    if (error instanceof UnknownEncoding) throw new UnreadableList('encoding', 0);
    if (error instanceof CsvError) throw new UnreadableList('quote', line + 1);
    throw error;
  }
}

/** Write a cell as a person reads it. A date is a day: workbooks have no zones. */
const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
};

/**
 * Read the first sheet of a workbook, row by row. Only the compressed file is in memory. A formula has the value that
 * the spreadsheet program computed.
 */
async function* workbookRows(open: ListSource): AsyncGenerator<ListRow> {
  const pieces: Uint8Array[] = [];
  for await (const piece of open()) pieces.push(piece);
  const rows = streamXlsxRows(Buffer.concat(pieces));
  let line = 0;
  for (;;) {
    // Only the reading of the workbook may fail here, not the work on its rows.
    const next = await rows.next().catch(() => {
      throw new UnreadableList('workbook', line === 0 ? 0 : line + 1);
    });
    if (next.done) return;
    line = next.value.index + 1;
    yield { line, fields: next.value.values.map(cellText) };
  }
}

/**
 * Return the rows of a list of people to call: a workbook (XLSX), a table as a spreadsheet saves it (CSV), or JSON
 * lines with the names of the columns. The rows throw `UnreadableList` where they cannot be read any further.
 *
 * @param open a source that can be opened more than once
 */
export async function* listRows(open: ListSource): AsyncGenerator<ListRow> {
  const start = await startOf(open);
  if (startsWith(start, OLE)) throw new UnreadableList('workbook', 0);
  if (startsWith(start, ZIP)) yield* workbookRows(open);
  else yield* new TextDecoder().decode(start).trimStart().startsWith('{') ? jsonRows(open) : csvRows(open);
}
