import { describe, expect, it } from 'vitest';
import { phoneOf } from '#functions/web/shell/contact-from.ts';
import { listRows } from '#shared/adapters/csv/list-rows.ts';
import {
  type ReadingDeps,
  readTransactions,
  storedRows,
} from '#shared/application/programme/read-transactions.ts';
import { getIssues } from '#shared/application/programme/stored-rows.ts';
import { cancelList, receivePiece } from '#shared/application/programme/transaction-lists.ts';
import type { TransactionList } from '#shared/domain/outreach/frame.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import { shippedRules } from '#test/builders/a-console.ts';
import { MemoryBlobs } from '#test/doubles/memory-blobs.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';

const at = { now: 1_700_000_000_000, context: { phoneOf, today: '2026-11-24' } };
const HEADINGS = ['بلدية الرس', 'الجوال,الخدمة,التاريخ'];

/** A list of which each tenth row is bad, and each hundredth repeats the one 50 rows before it. */
const aListOf = (rows: number): string[] => [
  ...HEADINGS,
  ...Array.from({ length: rows }, (_, index) => {
    const number = `05${10_000_000 + (index % 100 === 99 ? index - 50 : index)}`;
    if (index % 10 !== 5) return `${number},رخصة بناء,2026-11-20`;
    return [`05,رخصة,2026-11-20`, `${number},"رخصة,2026-11-20`, `${number},رخصة,2026-02-30`][index % 3] ?? '';
  }),
];
const linesOfBad = (rows: number): number[] =>
  Array.from({ length: rows }, (_, index) => index)
    .filter((index) => index % 10 === 5 || index % 100 === 99)
    .map((index) => index + HEADINGS.length + 1);

/** Blobs that count the bytes of the pieces that are read. */
function counted() {
  const blobs = new MemoryBlobs();
  const read = { bytes: 0 };
  const counting: BlobStore = {
    put: (...given) => blobs.put(...given),
    putOnce: (...given) => blobs.putOnce(...given),
    remove: (keys) => blobs.remove(keys),
    get: async (key) => {
      const blob = await blobs.get(key);
      if (key.includes('/chunk-')) read.bytes += blob?.bytes.byteLength ?? 0;
      return blob;
    },
  };
  return { blobs: counting, read };
}

async function received(bytes: Uint8Array, piece: number) {
  const { blobs, read } = counted();
  const deps: ReadingDeps = { store: new MemoryStore(), blobs, rules: shippedRules(), rowsOf: listRows };
  let list: TransactionList | undefined;
  for (let from = 0, number = 0; from < bytes.byteLength; from += piece, number += 1)
    list = await receivePiece(deps, {
      ...{
        id: 'list',
        name: 'list.csv',
        number,
        bytes: bytes.subarray(from, from + piece),
        by: 'agent:huda',
      },
      ...{ isLast: from + piece >= bytes.byteLength, now: at.now },
    });
  if (list === undefined) throw new Error('no piece was received');
  return { deps, list, read };
}

/** Read a list in runs of some rows. */
async function readInRuns(deps: ReadingDeps, begun: TransactionList, atOnce: number) {
  let list = begun;
  let runs = 0;
  for (; list.state === 'reading'; runs += 1) list = await readTransactions(deps, list, { ...at, atOnce });
  return { list, runs };
}

async function contentOf(deps: ReadingDeps, list: TransactionList) {
  const phones: string[] = [];
  for await (const { phone } of storedRows(deps, list)) phones.push(phone);
  const issues: number[] = [];
  for (let part = 0; part < list.issueParts; part += 1)
    issues.push(...(await getIssues(deps.blobs, list.id, part)).map(({ line }) => line));
  return { phones, issues: issues.sort((a, b) => a - b) };
}

const utf8 = (lines: readonly string[]) => new TextEncoder().encode(`${lines.join('\n')}\n`);

describe('a list that is read in runs', () => {
  const ROWS = 6000;

  it.each([
    ['UTF-8', utf8(aListOf(ROWS))],
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${aListOf(ROWS).join('\r\n')}`, 'utf16le'))],
    [
      'JSON lines',
      utf8(
        aListOf(ROWS).map((line, index) => {
          const [phone, service, date] = line.split(',');
          return index < HEADINGS.length
            ? ''
            : JSON.stringify({ phone, service: service?.startsWith('"') ? '' : service, date });
        }),
      ),
    ],
  ])(
    'of %s has the rows of one that is read at once, and names the line of each bad row',
    async (_, bytes) => {
      const [whole, parts] = [await received(bytes, 50_000), await received(bytes, 50_000)];
      const atOnce = await readInRuns(whole.deps, whole.list, ROWS * 2);
      const inRuns = await readInRuns(parts.deps, parts.list, 500);
      expect([atOnce.runs, inRuns.runs > 3]).toEqual([1, true]);
      const content = await contentOf(parts.deps, inRuns.list);
      expect(content).toEqual(await contentOf(whole.deps, atOnce.list));
      expect(content.issues).toEqual(linesOfBad(ROWS));
      const bad = linesOfBad(ROWS).length;
      expect(inRuns.list).toMatchObject({ state: 'read', rows: ROWS, good: ROWS - bad, bad });
      expect(inRuns.list.place).toBeUndefined();
    },
  );

  it('reads each byte about once, however many runs there are', async () => {
    const bytes = utf8(aListOf(ROWS));
    const piece = 20_000;
    const { deps, list, read } = await received(bytes, piece);
    const { runs } = await readInRuns(deps, list, 100);
    // A run reads the first piece for the headings, and the rest of the piece where it continues.
    expect(runs).toBeGreaterThan(3);
    expect(read.bytes).toBeLessThan(bytes.byteLength + runs * 2 * piece);
  });

  it('continues after a run that was interrupted, and after two runs at the same time', async () => {
    const bytes = utf8(aListOf(ROWS));
    const { deps, list } = await received(bytes, 50_000);
    const first = await readTransactions(deps, list, { ...at, atOnce: 500 });
    let puts = 0;
    const failing: BlobStore = {
      ...deps.blobs,
      put: (...given) => {
        puts += 1;
        return puts > 1 ? Promise.reject(new Error('no room')) : deps.blobs.put(...given);
      },
    };
    await expect(
      readTransactions({ ...deps, blobs: failing }, first, { ...at, atOnce: 500 }),
    ).rejects.toThrow();
    const [one, other] = await Promise.all([
      readTransactions(deps, first, { ...at, atOnce: 500 }),
      readTransactions(deps, first, { ...at, atOnce: 500 }),
    ]);
    expect(other.rows).toBe(one.rows);
    const done = await readInRuns(deps, one, 500);
    expect((await contentOf(deps, done.list)).issues).toEqual(linesOfBad(ROWS));
  });

  it('is stopped between two runs, and a run that is under way does not revive it', async () => {
    const { deps, list } = await received(utf8(aListOf(ROWS)), 50_000);
    const first = await readTransactions(deps, list, { ...at, atOnce: 500 });
    await cancelList(deps, list.id, { by: 'agent:huda', now: at.now });
    const after = await readTransactions(deps, first, { ...at, atOnce: 500 }).catch(() => undefined);
    expect(after?.state ?? 'cancelled').toBe('cancelled');
    expect((await deps.store.load('frame', 'evaluation'))?.lists[0]?.state).toBe('cancelled');
  });
});
