import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, describe, expect, test } from 'vitest';
import { DATA_VERSION } from '#shared/adapters/embedded/data-version.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteQueue } from '#shared/adapters/embedded/sqlite-queue.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import { DAY } from '#shared/domain/time/instant.ts';
import type { Commit, CommitPlace, CommitRecord } from '#shared/ports/store.ts';
import { changeOf, committed, emptyDigest, grown, opened, unopened } from './changes.ts';

const folder = mkdtempSync(join(tmpdir(), 'rida-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));
const placesOf = (records: readonly CommitRecord[]): CommitPlace[] => records.map(({ place }) => place);
const commitIn = (record: CommitRecord): Commit => {
  if ('commit' in record) return record.commit;
  throw new Error('the commit cannot be read', { cause: record.unreadable });
};
let files = 0;
const file = (): string => {
  files += 1;
  return join(folder, `${files}.db`);
};

describe('the SQLite file', () => {
  test('acknowledged data exists when the file is opened again', async () => {
    const path = file();
    const first = openDatabase(path);
    const state = await grown(new SqliteStore(first), 3);
    const second = openDatabase(path);
    expect(await new SqliteStore(second).load('case', state.id)).toEqual(state);
    first.close();
    second.close();
  });

  test('one job that fails spoils none of those it shares a transaction with', async () => {
    const database = openDatabase(file());
    const store = new SqliteStore(database);
    const wanted = [unopened(), unopened()];
    const [one, failed, two] = await Promise.allSettled([
      store.commit(changeOf('case', undefined, wanted[0] ?? unopened())),
      database.write(() => {
        database.sql.exec("INSERT INTO outbox (pk, sk) VALUES ('half', 'done')");
        throw new Error('a job failed');
      }),
      store.commit(changeOf('case', undefined, wanted[1] ?? unopened())),
    ]);
    expect([one?.status, failed?.status, two?.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(database.sql.prepare("SELECT count(*) AS n FROM outbox WHERE pk = 'half'").get()).toEqual({
      n: 0,
    });
    expect(store.unrelayed(10).map(({ place }) => place.id)).toEqual(wanted.map(({ id }) => id));
    database.close();
  });

  test('commits wait for the relay in the order in which they were made', async () => {
    const database = openDatabase(file());
    const store = new SqliteStore(database);
    const [a, b] = [await grown(store, 2), await opened(store)];
    const all = store.unrelayed(10);
    expect(all.map(({ place: { id, version } }) => [id, version])).toEqual([
      [a.id, 1],
      [a.id, 2],
      [b.id, 1],
    ]);
    expect(all[0]).toMatchObject({ commit: (await store.timeline('case', a.id))[0] });
    await store.markRelayed(placesOf(store.unrelayed(2)));
    expect(store.unrelayed(10)).toEqual(all.slice(2));
    await store.markRelayed(placesOf(all));
    expect(store.unrelayed(10)).toEqual([]);
    database.close();
  });

  test('a scrubbed commit waits for the relay as before, clean, and one that was told is not told again', async () => {
    const database = openDatabase(file());
    const store = new SqliteStore(database);
    const { id } = await grown(store, 3);
    const clean = (commit: Commit): Commit => ({ ...commit, patch: { ...commit.patch, subject: '' } });
    const before = store.unrelayed(10);
    await store.markRelayed(placesOf(before.slice(0, 1)));
    await store.scrub('case', id, clean);
    const left = before.slice(1).map((record) => ({ ...record, commit: clean(commitIn(record)) }));
    expect(store.unrelayed(10)).toEqual(left);
    await store.markRelayed(placesOf(before));
    await store.scrub('case', id, clean);
    expect(store.unrelayed(10)).toEqual([]);
    database.close();
  });

  test('items whose time to live is over are removed, page by page, and no others', async () => {
    const database = openDatabase(file());
    const store = new SqliteStore(database);
    let digest = await committed(store, changeOf('digest', undefined, emptyDigest()));
    for (let n = 0; n < 1100; n += 1)
      digest = await committed(
        store,
        changeOf('digest', digest, { ...digest, nextDueAt: n }, { recordedAt: n }),
      );
    const { id } = await grown(store, 5);
    await store.markRelayed(placesOf(store.unrelayed(2000)));
    expect(await store.removeExpired(80 * DAY)).toBe(0);
    expect(await store.removeExpired(91 * DAY)).toBe(1101);
    expect(await store.removeExpired(91 * DAY)).toBe(0);
    expect(await store.timeline('digest', digest.id)).toEqual([]);
    expect(await store.load('digest', digest.id)).toEqual(digest);
    expect(await store.timeline('case', id)).toHaveLength(5);
    const next = await committed(store, changeOf('digest', digest, { ...digest, nextDueAt: 1 }));
    expect(next.version).toBe(1102);
    database.close();
  });

  test('a scrubbing that fails half-way changes nothing', async () => {
    const database = openDatabase(file());
    const store = new SqliteStore(database);
    const { id } = await grown(store, 5);
    const effect = { id: 'fx', at: 1, what: 'reply', to: 'norah@example.com', token: '<t@rida>' };
    await store.recordEffect('case', id, effect);
    const before = await store.timeline('case', id);
    const dies = (commit: Commit): Commit => {
      if (commit.version === 4) throw new Error('died half-way');
      return { ...commit, patch: {} };
    };
    await expect(store.scrub('case', id, dies)).rejects.toThrow('died half-way');
    expect(await store.timeline('case', id)).toEqual(before);
    expect(await store.effects('case', id)).toEqual([effect]);
    database.close();
  });

  test('a folder that is a file, a file that is not a database and a damaged item are reported in one line', async () => {
    const text = file();
    writeFileSync(text, 'this is no database, however long one looks at it '.repeat(100));
    expect(() => openDatabase(text)).toThrow(`database ${text}: the file is not a database`);
    expect(() => openDatabase(join(text, 'x.db'))).toThrow(/^database .*x\.db: .+$/u);
    expect(() => openDatabase(folder)).toThrow(`database ${folder}: the file cannot be opened`);
    const database = openDatabase(file());
    const store = new SqliteStore(database);
    const { id } = await opened(store);
    database.sql.exec(`UPDATE items SET body = json_set(body, '$.status', 'lost') WHERE sk = 'state'`);
    await expect(store.load('case', id)).rejects.toThrow(/^item case#\S+ state: field status: /u);
    database.sql.exec("UPDATE items SET body = 'torn' WHERE sk = 'state'");
    await expect(store.load('case', id)).rejects.toThrow(/state: its body is not JSON$/u);
    database.close();
  });

  test('a file of another version is rejected in one line, for every way to open it', async () => {
    for (const [version, which, remedy] of [
      [0, 'an earlier', '; no migration leads to this version'],
      [DATA_VERSION + 1, 'a later', ''],
    ] as const) {
      const path = file();
      const raw = new DatabaseSync(path);
      raw.exec(`CREATE TABLE items (pk TEXT); PRAGMA user_version = ${version}`);
      raw.close();
      expect(() => openDatabase(path)).toThrow(
        `database ${path}: ${which} version of Rida wrote it (data version ${version} instead of ${DATA_VERSION})${remedy}`,
      );
    }
  });

  test('a file that may only be read refuses writes in one line', async () => {
    const path = file();
    openDatabase(path).close();
    const database = openDatabase(path);
    const store = new SqliteStore(database);
    database.sql.exec('PRAGMA query_only = ON');
    await expect(opened(store)).rejects.toThrow(`database ${path}: it is read-only`);
    database.close();
  });
});

describe('SqliteQueue', () => {
  const queued = async (...bodies: string[]) => {
    const database = openDatabase(':memory:');
    const queue = new SqliteQueue(database);
    await queue.send('mail', bodies);
    return queue;
  };

  test('gives messages in order, hides them and removes them', async () => {
    const queue = await queued('a', 'b', 'c');
    const first = await queue.receive('mail', 2, 0, 30);
    expect(first.map(({ body, receives }) => [body, receives])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect((await queue.receive('mail', 10, 29, 30)).map(({ body }) => body)).toEqual(['c']);
    await queue.settle(first.map(({ id }) => id));
    expect(queue.depth('mail')).toBe(1);
    expect(await queue.receive('other', 10, 99, 30)).toEqual([]);
  });

  test('shows a message again after its timeout or its release', async () => {
    const queue = await queued('a');
    const [once] = await queue.receive('mail', 1, 0, 30);
    const [twice] = await queue.receive('mail', 1, 30, 30);
    expect([once?.receives, twice?.receives]).toEqual([1, 2]);
    await queue.settle([], [{ id: twice?.id ?? 0, visibleAt: 35, receives: 2 }]);
    expect(await queue.receive('mail', 1, 34, 30)).toEqual([]);
    expect((await queue.receive('mail', 1, 35, 30))[0]?.receives).toBe(3);
    await queue.settle([], [{ id: twice?.id ?? 0, visibleAt: 40, receives: 2 }]);
    expect((await queue.receive('mail', 1, 40, 30))[0]?.receives).toBe(3);
  });

  test('keeps a dead letter for its time, counted from when it was set aside', async () => {
    const queue = await queued('poison');
    for (let now = 0; now < 5; now += 1) await queue.receive('mail', 1, now, 1);
    await queue.send('mail', ['good']);
    await queue.receive('mail', 1, 100, 1);
    expect([await queue.removeDead(100), queue.depth('mail-dlq')]).toEqual([0, 1]);
    expect([await queue.removeDead(101), queue.depth('mail-dlq')]).toEqual([1, 0]);
    expect(queue.depth('mail')).toBe(1);
  });

  test('sets a message aside after five receives and takes it back on redrive', async () => {
    const queue = await queued('poison', 'good');
    for (let now = 0; now < 5; now += 1) {
      const got = await queue.receive('mail', 10, now, 1);
      await queue.settle(got.filter(({ body }) => body === 'good').map(({ id }) => id));
    }
    expect(await queue.receive('mail', 10, 5, 1)).toEqual([]);
    expect([queue.depth('mail'), queue.depth('mail-dlq')]).toEqual([0, 1]);
    for (let now = 5; now < 15; now += 1) expect(await queue.receive('mail-dlq', 1, now, 1)).toHaveLength(1);
    expect(await queue.redrive('mail')).toBe(1);
    expect(await queue.receive('mail', 10, 20, 1)).toMatchObject([{ body: 'poison', receives: 1 }]);
  });
});

test('a retried message follows messages that were not tried yet', async () => {
  const database = openDatabase(file());
  const queue = new SqliteQueue(database);
  await queue.send('work', ['first', 'second', 'third']);
  const [first] = await queue.receive('work', 1, 0, 1000);
  await queue.settle([], [{ id: first?.id ?? 0, visibleAt: 50, receives: 1 }]);
  const received = await queue.receive('work', 10, 60, 1000);
  expect(received.map(({ body, receives }) => [body, receives])).toEqual([
    ['second', 1],
    ['third', 1],
    ['first', 2],
  ]);
  database.close();
});
