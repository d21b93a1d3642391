import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, it } from 'vitest';
import { csvPieces } from '#shared/adapters/csv/write-csv.ts';
import { workbookPieces, writeWorkbook } from '#shared/adapters/sheets/write-workbook.ts';
import { localTime, type Sheet, type SheetCell } from '#shared/domain/reports/sheet.ts';

const columns = [
  { name: 'الموضوع', kind: 'text' },
  { name: 'whole', kind: 'whole' },
  { name: 'decimal', kind: 'decimal' },
  { name: 'share', kind: 'share' },
  { name: 'day', kind: 'day' },
  { name: 'at', kind: 'instant' },
] as const;

const folder = mkdtempSync(join(tmpdir(), 'rida-sheets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hasOpenpyxl = spawnSync('python3', ['-c', 'import openpyxl']).status === 0;
if (!hasOpenpyxl && process.env.RIDA_REQUIRE_ALL)
  throw new Error('openpyxl is missing: pip install openpyxl');

const PROGRAM = `
import json, sys, openpyxl
def plain(v):
    return v.isoformat() if hasattr(v, 'isoformat') else v
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([{'name': s.title, 'rtl': bool(s.sheet_view.rightToLeft), 'types': [[c.data_type for c in r] for r in s.iter_rows()],
  'rows': [[plain(c.value) for c in r] for r in s.iter_rows()]} for s in book]))`;

interface Opened {
  readonly name: string;
  readonly rtl: boolean;
  readonly types: readonly (readonly string[])[];
  readonly rows: readonly (readonly unknown[])[];
}

function openedByPython(bytes: Uint8Array): readonly Opened[] {
  const file = join(folder, 'book.xlsx');
  writeFileSync(file, bytes);
  return JSON.parse(execFileSync('python3', ['-c', PROGRAM, file], { encoding: 'utf8' }));
}

const AT = Date.parse('2026-11-29T22:30:15Z');
const rows: readonly (readonly SheetCell[])[] = [
  ['=1+1', -5, 1.25, 0.8321, '2026-11-30', AT],
  ['<&> " \' \n سطر', 0, -0.001, 1, '2000-02-29', 0],
  ['#REF!', null, null, null, null, null],
  [null, 1_000_000, 0, 0, '2027-02-28', Date.parse('2026-12-31T21:00:00Z')],
  ['+966500000001', 1, 2, 0, '2026-01-01', AT],
];
const sheet: Sheet = { name: 'الأرقام: [٢]', columns, rows };

/** A cell as a second program reads it. */
const read = (cell: SheetCell, at: number): unknown => {
  const { kind } = columns[at] ?? columns[0];
  if (cell === null) return null;
  if (kind === 'day') return `${cell}T00:00:00`;
  return kind === 'instant' ? localTime(Number(cell)) : cell;
};

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

describe('a workbook', () => {
  it.skipIf(!hasOpenpyxl)('has the same cells in a second program (needs openpyxl)', async () => {
    const [first, second] = openedByPython(await writeWorkbook([sheet, sheet], { isRtl: true }));
    expect(first?.rtl).toBe(true);
    expect([first?.name, second?.name]).toEqual(['الأرقام   ٢', 'الأرقام   ٢ 2']);
    expect(first?.rows).toEqual([columns.map(({ name }) => name), ...rows.map((row) => row.map(read))]);
    expect(first?.types[1]).toEqual(['s', 'n', 'n', 'n', 'd', 'd']);
    expect(first?.types[3]?.[0]).toBe('s');
  });

  it('has texts, numbers and dates that its reader finds again', async () => {
    const { sheets } = await readXlsx(await writeWorkbook([sheet], { isRtl: false }));
    expect(sheets[0]?.rows.slice(1, 3)).toEqual([
      ['=1+1', -5, 1.25, 0.8321, new Date('2026-11-30T00:00:00Z'), new Date('2026-11-30T01:30:15Z')],
      [rows[1]?.[0], 0, -0.001, 1, new Date('2000-02-29T00:00:00Z'), new Date('1970-01-01T03:00:00Z')],
    ]);
  });

  it('continues a long table on the next sheet', async () => {
    const long = { ...sheet, rows: [rows.slice(0, 2), rows.slice(2)] };
    const bytes = await collect(workbookPieces([long], { isRtl: true, mostRows: 3 }));
    const { sheets } = await readXlsx(bytes);
    expect(sheets.map(({ rows: its }) => its.length)).toEqual([3, 3, 2]);
    expect(sheets[2]?.rows[0]?.[0]).toBe('الموضوع');
  });

  it('takes any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.string()), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const one: Sheet = {
            ...{ name: texts[0] ?? '', columns: [{ name: 'a', kind: 'text' }] },
            rows: texts.map((text) => [text]),
          };
          const { sheets } = await readXlsx(await writeWorkbook([one, one], { isRtl: true }));
          expect(new Set(sheets.map(({ name }) => name.toLowerCase())).size).toBe(2);
          expect(sheets[0]?.rows).toHaveLength(texts.length + 1);
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe('a file of many rows', () => {
  const PIECE = 500;
  const PIECES = 60;
  const manyRows = (pulled: { pieces: number }): Sheet<Iterable<readonly (readonly SheetCell[])[]>> => {
    function* pieces() {
      for (; pulled.pieces < PIECES; pulled.pieces += 1)
        yield Array.from({ length: PIECE }, (_, n) => [
          `${pulled.pieces} ${n}`,
          n,
          n / 7,
          0.5,
          '2026-01-04',
          AT,
        ]);
    }
    return { ...sheet, rows: pieces() };
  };

  it.each([
    { form: 'CSV', open: csvPieces },
    { form: 'workbook', open: (of: ReturnType<typeof manyRows>) => workbookPieces([of], { isRtl: true }) },
  ])('is written while it is read, a piece of rows at a time: $form', async ({ open }) => {
    const pulled = { pieces: 0 };
    const [sizes, before]: [number[], number[]] = [[], []];
    for await (const bytes of open(manyRows(pulled))) {
      sizes.push(bytes.length);
      before.push(pulled.pieces);
    }
    expect(pulled.pieces).toBe(PIECES);
    // Bytes leave before the next rows are read, and none of them waits for the end.
    expect(before.filter((pieces) => pieces < PIECES / 2).length).toBeGreaterThan(5);
    expect(Math.max(...sizes)).toBeLessThan(PIECE * 200);
  });
});

describe('a sheet as CSV', () => {
  it('is read by spreadsheets as text, and runs no formula', async () => {
    const text = (await collect(csvPieces({ ...sheet, rows: [rows] }))).toString('utf8');
    const lines = text.split('\r\n');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(lines[1]).toBe(`'=1+1,-5,1.25,0.8321,2026-11-30,2026-11-30T01:30:15`);
    expect(text).toContain(`'+966500000001`);
  });

  it.each(['=a', '+a', '-a', '@a', '\ta', '\ra', '＝a', '＋1', '－1', '＠a'])('marks %j', async (value) => {
    const one = { ...sheet, columns: [columns[0]], rows: [[[value]]] };
    expect((await collect(csvPieces(one))).toString('utf8')).toContain(`'${value}`);
  });
});
