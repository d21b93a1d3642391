import { StatementSync } from 'node:sqlite';
import { expect, it, onTestFinished, vi } from 'vitest';
import { QueueWorker } from '#infra/local/bus/queue-worker.ts';
import { handIn } from '#infra/local/mail/hand-in.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteQueue } from '#shared/adapters/embedded/sqlite-queue.ts';
import type { SqsEvent } from '#shared/runtime/lambda.ts';
import { aCentre, allCases, aMail } from './support.ts';

it('a turn in a burst has fewer messages than a batch, and all of them are processed in their order', async () => {
  const queue = new SqliteQueue(openDatabase(':memory:'));
  const batches: string[][] = [];
  const turns = [2, 2, undefined];
  const worker = new QueueWorker({
    ...{ queue, name: 'cases/assign', batchSize: 10 },
    turn: async () => turns.shift(),
    handler: async ({ Records }: SqsEvent) => {
      batches.push(Records.map(({ body }) => body));
      return { batchItemFailures: [] };
    },
    onError: (error) => {
      throw error;
    },
  });
  await queue.send('cases/assign', ['1', '2', '3', '4', '5', '6', '7']);
  await worker.drained();
  await worker.close();
  expect(batches).toEqual([
    ['1', '2'],
    ['3', '4'],
    ['5', '6', '7'],
  ]);
});

it('a centre at work counts no queue: count(*) costs more the longer the queue is; only the page of queues counts', async () => {
  const centre = await aCentre();
  const counted: string[] = [];
  for (const method of ['get', 'all'] as const) {
    const run = StatementSync.prototype[method];
    const spy = vi.spyOn(StatementSync.prototype, method).mockImplementation(function (
      this: StatementSync,
      ...args
    ) {
      if (/count\(\*\).* FROM messages/u.test(this.sourceSQL)) counted.push(this.sourceSQL);
      return Reflect.apply(run, this, args);
    });
    onTestFinished(() => void spy.mockRestore());
  }
  for (const n of [1, 2, 3]) await handIn(centre.smtpPort, aMail({ messageId: `<${n}@example.com>` }));
  await centre.settle();
  expect(await allCases(centre)).toHaveLength(3);
  expect(counted).toEqual([]);
  await fetch(`${centre.url}/queues`);
  expect(counted).not.toEqual([]);
});

it('a queue has more messages than a number, or not; those of other queues do not count', async () => {
  const queue = new SqliteQueue(openDatabase(':memory:'));
  await queue.send('cases/assign', ['1', '2', '3']);
  expect([0, 1, 2, 3, 4].map((messages) => queue.hasMoreThan('cases/assign', messages))).toEqual([
    ...[true, true, true],
    ...[false, false],
  ]);
  expect(queue.hasMoreThan('cases', 0)).toBe(false);
});
