import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { Sheet, SheetPieces } from '#shared/domain/reports/sheet.ts';
import { contentTypes, ROOT_RELATIONS, STYLES, workbookRelations, workbookXml } from './workbook-parts.ts';
import { headerXml, rowXml, SHEET_END, sheetStart } from './worksheet-xml.ts';

/** A sheet of a spreadsheet program has at most this many rows, the header included. */
const MOST_ROWS = 1_048_576;
/** Names of sheets have at most 31 characters and none of these. */
const LONGEST_NAME = 31;
const UNSAFE = /[[\]:*?/\\\p{Cc}]/gu;

export interface WorkbookOptions {
  /** The first column is on the right, as for Arabic. */
  readonly isRtl: boolean;
  /** @internal for tests; a longer sheet continues on the next one */
  readonly mostRows?: number;
}

/** Return a name that spreadsheets accept and that no other sheet has, upper and lower case being the same. */
function uniqueName(wished: string, taken: ReadonlySet<string>): string {
  const clean =
    wished
      .toWellFormed()
      .replace(UNSAFE, ' ')
      .replace(/^'+|'+$/gu, '')
      .trim() || 'Sheet';
  for (let n = 1; ; n += 1) {
    const end = n === 1 ? '' : ` ${n}`;
    const name = `${[...clean]
      .join('')
      .slice(0, LONGEST_NAME - end.length)
      .toWellFormed()
      .trim()}${end}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** A ZIP archive whose bytes are taken out while it grows. */
class Archive {
  readonly #ready: Uint8Array[] = [];
  readonly #zip = new Zip((error, bytes) => {
    if (error) throw error;
    this.#ready.push(bytes);
  });

  open(name: string): ZipDeflate {
    const file = new ZipDeflate(name, { level: 3 });
    this.#zip.add(file);
    return file;
  }

  file(name: string, content: string): void {
    this.open(name).push(strToU8(content), true);
  }

  end(): void {
    this.#zip.end();
  }

  take(): Uint8Array[] {
    return this.#ready.splice(0);
  }
}

/** Write the sheets of one table. A table that is longer than a sheet continues on the next one, with its header. */
async function* writeTable(
  archive: Archive,
  { columns, rows }: Sheet<SheetPieces>,
  begin: () => string,
  { isRtl, mostRows = MOST_ROWS }: WorkbookOptions,
): AsyncGenerator<Uint8Array> {
  const start = (): ZipDeflate => {
    const file = archive.open(begin());
    file.push(strToU8(sheetStart(columns, isRtl) + headerXml(columns)));
    return file;
  };
  let file = start();
  let used = 1;
  for await (const piece of rows) {
    let xml = '';
    for (const row of piece) {
      if (used === mostRows) {
        file.push(strToU8(xml + SHEET_END), true);
        yield* archive.take();
        [xml, file, used] = ['', start(), 1];
      }
      used += 1;
      xml += rowXml(used, row, columns);
    }
    file.push(strToU8(xml));
    yield* archive.take();
  }
  file.push(strToU8(SHEET_END), true);
}

/**
 * Write tables as a workbook (XLSX, ECMA-376), piece by piece: memory depends on the size of a piece of rows, not on
 * their number. Numbers, shares, days and instants are real ones; text is never a formula.
 */
export async function* workbookPieces(
  sheets: Iterable<Sheet<SheetPieces>>,
  options: WorkbookOptions,
): AsyncGenerator<Uint8Array> {
  const archive = new Archive();
  const names: string[] = [];
  for (const sheet of sheets) {
    const begin = (): string => {
      names.push(uniqueName(sheet.name, new Set(names.map((name) => name.toLowerCase()))));
      return `xl/worksheets/sheet${names.length}.xml`;
    };
    yield* writeTable(archive, sheet, begin, options);
  }
  archive.file('xl/workbook.xml', workbookXml(names));
  archive.file('xl/_rels/workbook.xml.rels', workbookRelations(names.length));
  archive.file('xl/styles.xml', STYLES);
  archive.file('_rels/.rels', ROOT_RELATIONS);
  archive.file('[Content_Types].xml', contentTypes(names.length));
  archive.end();
  yield* archive.take();
}

/** Write small tables as the bytes of a workbook. */
export async function writeWorkbook(sheets: Iterable<Sheet>, options: WorkbookOptions): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const whole = [...sheets].map((sheet) => ({ ...sheet, rows: [sheet.rows] }));
  for await (const piece of workbookPieces(whole, options)) pieces.push(piece);
  return Buffer.concat(pieces);
}
