import { streamXlsxRows } from 'hucre/xlsx';
import { columnsOf, LIST_COLUMNS } from '#shared/domain/outreach/list-columns.ts';
import { type ListRow, type Place, UnreadableList } from '#shared/domain/outreach/listed-call.ts';
import { UnknownEncoding } from './list-encoding.ts';
import { readCsv } from './read-csv.ts';
import { type ListSource, textBlocks } from './text-blocks.ts';

export type { ListSource };

/** The first bytes of a ZIP archive, and of the OLE compound file of old and of encrypted workbooks. */
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** A file in memory as a source. */
export const bytesSource = (bytes: Uint8Array): ListSource =>
  async function* ({ piece, byte } = { piece: 0, byte: 0 }) {
    if (piece === 0 && byte < bytes.byteLength) yield bytes.subarray(byte);
  };

/** Read the first bytes of a file. */
async function startOf(open: ListSource): Promise<Uint8Array> {
  for await (const piece of open()) if (piece.byteLength > 0) return piece.subarray(0, 4);
  return new Uint8Array();
}

/**
 * Finds the columns of objects by the names of their fields, each set of names once. Undefined: a field is an object or
 * a list.
 */
function fieldsByName() {
  const seen = new Map<string, readonly (string | undefined)[]>();
  const MOST_SEEN = 100;
  const namesOf = (names: readonly string[]): readonly (string | undefined)[] => {
    const key = names.join('\n');
    const earlier = seen.get(key);
    if (earlier) return earlier;
    const found = columnsOf(names);
    const places: Partial<Record<string, number>> = 'columns' in found ? found.columns : {};
    const fields = LIST_COLUMNS.map((column) => {
      const place = places[column];
      return names.includes(column) || place === undefined ? column : names[place];
    });
    if (seen.size < MOST_SEEN) seen.set(key, fields);
    return fields;
  };
  return (object: object): string[] | undefined => {
    const values = new Map<string, unknown>(Object.entries(object));
    const fields = namesOf([...values.keys()]).map((name) => values.get(name ?? '') ?? '');
    return fields.some((field) => typeof field === 'object') ? undefined : fields.map(String);
  };
}

/** Read JSON lines. A line that is not an object is a fault by itself. */
async function* jsonRows(open: ListSource, from: Place | undefined): AsyncGenerator<ListRow> {
  yield { line: 0, fields: LIST_COLUMNS };
  const fieldsOf = fieldsByName();
  const rowOf = (text: string, line: number): ListRow => {
    try {
      const value: unknown = JSON.parse(text);
      const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
      const fields = isObject ? fieldsOf(value) : undefined;
      if (fields) return { line, fields };
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    return { line, fields: [text], fault: 'json' };
  };
  for await (const { text, line, next } of textBlocks(open, from)) {
    const rows = text
      .split('\n')
      .flatMap((one, index) => (one.trim() === '' ? [] : [rowOf(one, line + index + 1)]));
    const last = rows.pop();
    yield* rows;
    if (last) yield { ...last, next };
  }
}

/** Write a cell as a person reads it. A date is a day: workbooks have no zones. */
const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return String(value);
};

/** A workbook is read whole in one run, with its texts in memory. A longer list is sent as CSV. */
const LONGEST_WORKBOOK = { rows: 50_000, bytes: 16 * 1024 * 1024 };

/**
 * Read the first sheet of a workbook, row by row. The compressed file and its table of texts are in memory. A formula
 * has the value that the spreadsheet program computed.
 */
async function* workbookRows(open: ListSource): AsyncGenerator<ListRow> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of open()) {
    size += piece.byteLength;
    if (size > LONGEST_WORKBOOK.bytes) throw new UnreadableList('long-workbook', 0);
    pieces.push(piece);
  }
  const rows = streamXlsxRows(Buffer.concat(pieces));
  let line = 0;
  for (;;) {
    // Only the reading of the workbook may fail here, not the work on its rows.
    const next = await rows.next().catch(() => {
      throw new UnreadableList('workbook', line === 0 ? 0 : line + 1);
    });
    if (next.done) return;
    line = next.value.index + 1;
    if (line > LONGEST_WORKBOOK.rows) throw new UnreadableList('long-workbook', line);
    yield { line, fields: next.value.values.map(cellText) };
  }
}

/** The first sign of a text file that is not white space. */
async function firstSign(open: ListSource): Promise<string> {
  for await (const { text } of textBlocks(open)) {
    const [sign] = text.replace(/\p{Cf}/gu, '').trimStart();
    if (sign !== undefined) return sign;
  }
  return '';
}

async function* textRows(open: ListSource, from: Place | undefined): AsyncGenerator<ListRow> {
  try {
    const sign = await firstSign(open);
    // A JSON document is not read line by line.
    if (sign === '[') throw new UnreadableList('json', 1);
    yield* sign === '{' ? jsonRows(open, from) : readCsv(open, from);
  } catch (error) {
    if (error instanceof UnknownEncoding) throw new UnreadableList('encoding', 0);
    throw error;
  }
}

/**
 * Return the rows of a list of people to call: a workbook (XLSX), a table as a spreadsheet saves it (CSV), or JSON
 * lines, whose fields are named like the headings of a table. The rows throw `UnreadableList` where they cannot be read
 * any further.
 *
 * @param open a source that can be opened more than once
 * @param from continue there, as `readCsv` does. A workbook has no such place.
 */
export async function* listRows(open: ListSource, from?: Place): AsyncGenerator<ListRow> {
  const start = await startOf(open);
  if (startsWith(start, OLE)) throw new UnreadableList('workbook', 0);
  yield* startsWith(start, ZIP) ? workbookRows(open) : textRows(open, from);
}
