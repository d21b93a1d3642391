import { LIST_COLUMNS } from '#shared/domain/outreach/list-columns.ts';
import { type ListRow, UnreadableList } from '#shared/domain/outreach/read-list.ts';
import { UnknownEncoding } from './list-encoding.ts';
import { CsvError, readCsv } from './read-csv.ts';

/** The first bytes of the workbooks of spreadsheet programs: a ZIP archive, and an OLE compound file. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];
const isWorkbook = (bytes: Uint8Array): boolean =>
  WORKBOOKS.some((start) => start.every((byte, at) => bytes[at] === byte));

const CHUNK = 64 * 1024;
async function* chunksOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += CHUNK) yield bytes.subarray(at, at + CHUNK);
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

async function* jsonRows(bytes: Uint8Array): AsyncGenerator<ListRow> {
  yield { line: 0, fields: LIST_COLUMNS };
  for (const [index, text] of new TextDecoder().decode(bytes).split('\n').entries())
    if (text.trim() !== '') yield { line: index + 1, fields: jsonFields(text, index + 1) };
}

async function* csvRows(bytes: Uint8Array): AsyncGenerator<ListRow> {
  let line = 0;
  try {
    for await (const row of readCsv(() => chunksOf(bytes))) {
      line = row.line;
      yield row;
    }
  } catch (error) {
    if (error instanceof UnknownEncoding) throw new UnreadableList('encoding', 0);
    if (error instanceof CsvError) throw new UnreadableList('quote', line + 1);
    throw error;
  }
}

/**
 * Return the rows of a list of people to call, as a spreadsheet saves it (CSV) or as JSON lines with the names of
 * the columns. The rows throw `UnreadableList` where they cannot be read any further.
 */
export async function* listRows(bytes: Uint8Array): AsyncGenerator<ListRow> {
  if (isWorkbook(bytes)) throw new UnreadableList('workbook', 0);
  const start = new TextDecoder().decode(bytes.subarray(0, 100)).trimStart();
  yield* start.startsWith('{') ? jsonRows(bytes) : csvRows(bytes);
}
