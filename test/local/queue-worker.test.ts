import { expect, it } from 'vitest';
import { QueueWorker } from '#infra/local/bus/queue-worker.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteQueue } from '#shared/adapters/embedded/sqlite-queue.ts';
import type { SqsEvent } from '#shared/runtime/lambda.ts';

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
