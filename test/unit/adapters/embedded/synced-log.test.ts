import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Database, openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { faultOfLog } from '#shared/adapters/embedded/synced-log.ts';
import { tempFolder } from './temp-folder.ts';

const PARTS = ['', '-wal', '-synced'];

/** A database whose log is moved into the file every few pages, and so starts over often. */
async function aDatabase() {
  const path = join(await tempFolder(), 'rida.db');
  const database = openDatabase(path);
  onTestFinished(() => {
    if (database.sql.isOpen) database.close();
  });
  database.sql.exec('CREATE TABLE words (word TEXT); PRAGMA wal_autocheckpoint = 12');
  const insert = database.sql.prepare('INSERT INTO words VALUES (?)');
  const write = (length: number) => database.write(() => void insert.run('x'.repeat(length)));
  return { path, database, write };
}

/** Copy the files as a crash in this moment leaves them. */
function crashOf(path: string): string {
  const copy = `${path}.crash`;
  for (const part of PARTS) {
    rmSync(copy + part, { force: true });
    if (existsSync(path + part)) copyFileSync(path + part, copy + part);
  }
  return copy;
}

test('a log that is whole has no fault, whenever the process crashes', async () => {
  const { path, database, write } = await aDatabase();
  const faults: unknown[] = [];
  const look = () => faults.push(faultOfLog(crashOf(path)));
  for (let step = 0; step < 120; step += 1) {
    const written = write((step * 1_237) % 9_000);
    look();
    await written;
    look();
    if (step % 17 === 0)
      await database.forget(() => database.sql.exec('DELETE FROM words WHERE rowid % 2 = 0'));
    look();
    if (step % 34 === 0) expect(database.compact()).toBe(true);
    look();
    // Another process, such as a command, opens the database and closes it.
    if (step % 23 === 0) openDatabase(path).close();
    look();
  }
  database.close();
  look();
  expect(existsSync(`${path}-wal`)).toBe(false);
  expect(new Set(faults)).toEqual(new Set([undefined]));
});

test.each<[string, (bytes: Buffer) => Buffer | undefined]>([
  ['is gone', () => undefined],
  ['is empty', () => Buffer.alloc(0)],
  ['has lost its end', (bytes) => bytes.subarray(0, -1)],
  ['has another header', (bytes) => Buffer.concat([Buffer.alloc(32, 3), bytes.subarray(32)])],
  ['has a changed header', (bytes) => bytes.fill(bytes[9] === 1 ? 2 : 1, 9, 10)],
  ...[60, 100, 4_000, -50, -4_100].map((at): [string, (bytes: Buffer) => Buffer] => [
    `has another byte at ${at}`,
    (bytes) => {
      const place = at < 0 ? bytes.length + at : at;
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      return bytes;
    },
  ]),
])('a log that %s has a fault', async (_, damage) => {
  const { path, write } = await aDatabase();
  for (const length of [10, 100, 1_000]) await write(length);
  const copy = crashOf(path);
  expect(faultOfLog(copy)).toBeUndefined();
  const damaged = damage(readFileSync(`${copy}-wal`));
  rmSync(`${copy}-wal`);
  if (damaged) writeFileSync(`${copy}-wal`, damaged);
  expect(faultOfLog(copy)).toBe(damaged ? 'damaged' : 'missing');
});

test('work after the newest record may be incomplete: it was not acknowledged', async () => {
  const { path, database, write } = await aDatabase();
  await write(10);
  const acknowledged = statSync(`${path}-wal`).size;
  database.sql.exec("INSERT INTO words VALUES ('not synced')");
  const copy = crashOf(path);
  const bytes = readFileSync(`${copy}-wal`);
  expect(bytes.length).toBeGreaterThan(acknowledged);
  writeFileSync(`${copy}-wal`, bytes.fill(0, acknowledged));
  expect(faultOfLog(copy)).toBeUndefined();
});

test('a database without a record, of an earlier version, is checked for its log only', async () => {
  const { path, write } = await aDatabase();
  await write(10);
  const copy = crashOf(path);
  rmSync(`${copy}-synced`);
  expect(faultOfLog(copy)).toBeUndefined();
  rmSync(`${copy}-wal`);
  expect(faultOfLog(copy)).toBe('missing');
});

test('the work of a crashed process is recorded again before anything is written', async () => {
  const { path, write } = await aDatabase();
  for (const length of [10, 5_000]) await write(length);
  const copy = crashOf(path);
  const again: Database = openDatabase(copy);
  onTestFinished(() => again.close());
  const second = crashOf(copy);
  expect(faultOfLog(second)).toBeUndefined();
  rmSync(`${second}-wal`);
  expect(faultOfLog(second)).toBe('missing');
});
