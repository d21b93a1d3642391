import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { type Log, LogSync } from '#shared/adapters/embedded/log-sync.ts';
import { Database, openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { tempFolder } from './temp-folder.ts';

/** A log whose syncs end when the test decides. */
function slowLog() {
  const running: PromiseWithResolvers<void>[] = [];
  let failure: Error | undefined;
  const log: Log = {
    sync() {
      const sync = Promise.withResolvers<void>();
      running.push(sync);
      return sync.promise;
    },
    check() {
      if (failure) throw failure;
    },
    cut() {},
    close() {},
  };
  const fail = (error: Error): void => {
    failure = error;
    running.at(-1)?.reject(error);
  };
  return { log, running, fail };
}

function aDatabase(log: Log) {
  const sql = new DatabaseSync(':memory:');
  sql.exec('CREATE TABLE words (word TEXT)');
  const insert = sql.prepare('INSERT INTO words VALUES (?)');
  const database = new Database('test.db', sql, log);
  onTestFinished(() => database.close());
  const settled: string[] = [];
  const say = (word: string) =>
    database
      .write(() => {
        insert.run(word);
      })
      .then(
        () => settled.push(word),
        (error: Error) => settled.push(`${word}: ${error.message}`),
      );
  return { database, say, settled };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test('nothing is acknowledged before the sync that follows it has ended', async () => {
  const { log, running } = slowLog();
  const { say, settled } = aDatabase(log);
  const all = [say('a'), say('b')];
  await turn();
  expect(running).toHaveLength(1);
  expect(settled).toEqual([]);
  running[0]?.resolve();
  await Promise.all(all);
  expect(settled).toEqual(['a', 'b']);
});

test('a request during a sync waits for the next one, and shares it', async () => {
  const { log, running } = slowLog();
  const { say, settled } = aDatabase(log);
  const first = say('a');
  await turn();
  const later = [say('b'), say('c')];
  await turn();
  expect(running).toHaveLength(1);
  running[0]?.resolve();
  await first;
  await turn();
  expect(settled).toEqual(['a']);
  expect(running).toHaveLength(2);
  running[1]?.resolve();
  await Promise.all(later);
  expect(settled).toEqual(['a', 'b', 'c']);
});

test('after a sync that failed nothing is acknowledged any more', async () => {
  const { log, fail } = slowLog();
  const { say, settled } = aDatabase(log);
  const first = say('a');
  await turn();
  fail(new Error('the disk failed'));
  await first;
  await say('b');
  expect(settled).toEqual(['a: database test.db: the disk failed', 'b: database test.db: the disk failed']);
});

test('closing writes what is waiting', async () => {
  const path = join(await tempFolder(), 'rida.db');
  const database = openDatabase(path);
  database.sql.exec('CREATE TABLE words (word TEXT)');
  const written = database.write(() => database.sql.exec("INSERT INTO words VALUES ('last')"));
  database.close();
  await written;
  const again = openDatabase(path);
  expect(again.sql.prepare('SELECT word FROM words').all()).toEqual([{ word: 'last' }]);
  again.close();
});

test('a log that cannot be synced once stays refused', async () => {
  const log = new LogSync(join(await tempFolder(), 'missing', 'rida.db'));
  await expect(log.sync()).rejects.toThrow('ENOENT');
  expect(() => log.check()).toThrow('ENOENT');
  log.close();
});

/** Fill a database with letters of many lengths, of which each third has a word, and delete those. */
async function withDeletedLetters(word: string) {
  const path = join(await tempFolder(), 'rida.db');
  const database = openDatabase(path);
  const { sql } = database;
  sql.exec('CREATE TABLE letters (id TEXT PRIMARY KEY, text TEXT) WITHOUT ROWID');
  const insert = sql.prepare('INSERT OR REPLACE INTO letters VALUES (?, ?)');
  await database.write(() => {
    for (let n = 0; n < 2_000; n += 1) {
      const text = `${n % 3 === 0 ? word : 'other'} ${'-'.repeat((n * 131) % 1_500)}`;
      insert.run(`${(n * 7_919) % 401} ${text.slice(0, 10)}`, text);
    }
  });
  await database.forget(() => sql.prepare('DELETE FROM letters WHERE text LIKE ?').run(`${word}%`));
  return { path, database, letters: () => sql.prepare('SELECT * FROM letters ORDER BY id').all() };
}

test('a compacted file has no copy of a deleted row, in no unused part of a page either', async () => {
  const { path, database, letters } = await withDeletedLetters('canary');
  const before = letters();
  // Without this the test would say nothing: pages that were divided have copies.
  expect(readFileSync(path).includes('canary')).toBe(true);
  expect(database.compact()).toBe(true);
  expect(readFileSync(path).includes('canary')).toBe(false);
  expect(letters()).toEqual(before);
  expect(before.length).toBeGreaterThan(100);
  // Nothing was deleted since.
  expect(database.compact()).toBe(false);
  await database.write(() => database.sql.exec("INSERT INTO letters VALUES ('last', 'more')"));
  expect(database.compact()).toBe(false);
  database.close();
});

test('a file that was not compacted before a stop is compacted after the next start', async () => {
  const { path, database } = await withDeletedLetters('canary');
  database.close();
  const again = openDatabase(path);
  expect(again.compact()).toBe(true);
  again.close();
  expect(readFileSync(path).includes('canary')).toBe(false);
});
