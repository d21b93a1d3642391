import { expect, onTestFinished, test } from 'vitest';
import { QueueWorker } from '#infra/local/bus/queue-worker.ts';
import { queuedNames } from '#infra/local/functions.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteQueue } from '#shared/adapters/embedded/sqlite-queue.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { aCentre, allCases, aMail } from './support.ts';

/** A database whose disk a test can fill and free. */
function aDisk(path = ':memory:') {
  const database = openDatabase(path);
  const pages = () => Number(database.sql.prepare('PRAGMA page_count').get()?.page_count);
  return {
    database,
    fill: () => database.sql.exec(`PRAGMA max_page_count = ${pages()}`),
    free: () => database.sql.exec('PRAGMA max_page_count = 1000000'),
  };
}

const LARGE = 'x'.repeat(20_000);

/** The operation of the queue during which the disk is full. */
const moments = ['receive', 'settle'] as const;

test.each(moments)('a queue whose %s failed wakes by itself when there is room again', async (moment) => {
  const { database } = aDisk();
  const queue = new SqliteQueue(database);
  await queue.send('work', ['a', 'b']);
  let full = 3;
  const failing = new Proxy(queue, {
    get(whole, name) {
      const value: unknown = Reflect.get(whole, name, whole);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (name === moment && full > 0) {
          full -= 1;
          return Promise.reject(new Error('database or disk is full'));
        }
        return value.apply(whole, args);
      };
    },
  });
  const done: string[] = [];
  const errors: unknown[] = [];
  const worker = new QueueWorker({
    queue: failing,
    name: 'work',
    outagePauseMs: 1,
    handler: async ({ Records }) => {
      done.push(...Records.map(({ body }) => body));
      return { batchItemFailures: [] };
    },
    onError: (error) => errors.push(error),
  });
  onTestFinished(() => worker.close());
  worker.wake();
  await worker.drained();
  expect(done).toEqual(['a', 'b']);
  expect(errors).toHaveLength(3);
  expect(queue.depth('work')).toBe(0);
});

test('a worker that closes while the disk is full ends at once', async () => {
  const { database } = aDisk();
  const queue = new SqliteQueue(database);
  await queue.send('work', ['a']);
  let asked = 0;
  const worker = new QueueWorker({
    queue: Object.assign(Object.create(queue), {
      receive: queue.receive.bind(queue),
      hasMoreThan: queue.hasMoreThan.bind(queue),
      settle: async () => {
        asked += 1;
        throw new Error('database or disk is full');
      },
    }),
    name: 'work',
    handler: async () => ({ batchItemFailures: [] }),
    onError: () => {},
  });
  worker.wake();
  while (asked === 0) await new Promise((resolve) => setImmediate(resolve));
  await worker.close();
  expect(asked).toBe(1);
});

test('after a full disk every accepted mail becomes a case, without another mail', async () => {
  const disk: { current?: ReturnType<typeof aDisk> } = {};
  const centre = await aCentre({
    logger: createLogger({ service: 'local/centre', write: () => {} }),
    openDatabase: (path) => {
      disk.current = aDisk(path);
      return disk.current.database;
    },
  });
  const mail = (n: number) =>
    aMail({
      subject: `بلاغ ${n}`,
      text: LARGE,
      messageId: `<${n}@example.com>`,
      from: { name: '', address: `b${n}@example.com` },
    });
  let accepted = 0;
  for (let n = 0; n < 30; n += 1) {
    if (n === 8) disk.current?.fill();
    await handIn(centre.smtpPort, mail(n)).then(
      () => {
        accepted += 1;
      },
      // Not accepted: the client keeps it.
      () => {},
    );
  }
  expect(accepted).toBeGreaterThanOrEqual(8);
  expect(accepted).toBeLessThan(30);
  disk.current?.free();
  await centre.settle();
  expect(await allCases(centre)).toHaveLength(accepted);
  expect(
    centre.bus
      .queueDepths()
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...queuedNames].sort());
  for (const { waiting, dead } of centre.bus.queueDepths()) expect([waiting, dead]).toEqual([0, 0]);
});
