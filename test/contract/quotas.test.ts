import { beforeAll, describe, expect, inject, test } from 'vitest';
import { DynamoQuotaStore } from '#shared/adapters/aws/dynamo-quota-store.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteQuotaStore } from '#shared/adapters/embedded/sqlite-quota-store.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import type { QuotaStore } from '#shared/ports/quota-store.ts';
import { WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemoryQuotas } from '#test/doubles/memory-quotas.ts';
import { createTable, localClient } from './table-definition.ts';

/** The contract of every store of quotas. `open` returns the store of a process; all share the data. */
function quotaSuite(open: () => QuotaStore): void {
  test('a limit holds for all processes, also when they count at the same time', async () => {
    const quota = { name: 'parallel', allowed: 5, withinMs: HOUR };
    const processes = Array.from({ length: 5 }, open);
    const answers = await Promise.all(
      processes.flatMap((process, n) =>
        Array.from({ length: 10 }, (_, at) => process.count(quota, `slot ${n} ${at}`, T)),
      ),
    );
    expect(answers.filter(({ isAllowed }) => isAllowed)).toHaveLength(5);
    expect(answers.filter(({ isAllowed }) => !isAllowed)).toEqual(
      Array.from({ length: 45 }, () => ({ isAllowed: false, freeAt: T + HOUR })),
    );
  });

  test('a slot is counted once, and is free again after the time', async () => {
    const quota = { name: 'repeated', allowed: 1, withinMs: HOUR };
    const store = open();
    expect(await store.count(quota, 'a', T)).toEqual({ isAllowed: true, others: 0 });
    expect(await open().count(quota, 'a', T + 1)).toEqual({ isAllowed: true, others: 0 });
    expect(await store.count(quota, 'b', T + 1)).toEqual({ isAllowed: false, freeAt: T + HOUR });
    expect(await store.count({ ...quota, name: 'another' }, 'b', T + 1)).toEqual({
      isAllowed: true,
      others: 0,
    });
    expect(await store.count(quota, 'b', T + HOUR)).toEqual({ isAllowed: true, others: 0 });
  });

  test('attempts count like actions, also at the same time, and a right one is taken back', async () => {
    const quota = { name: 'attempts', allowed: 3, withinMs: HOUR };
    const processes = Array.from({ length: 3 }, open);
    const answers = await Promise.all(
      processes.flatMap((process, n) =>
        Array.from({ length: 3 }, (_, at) => process.attempt(quota, `slot ${n} ${at}`, T)),
      ),
    );
    expect(answers.filter(({ isAllowed }) => isAllowed)).toHaveLength(3);
    const store = open();
    expect(await store.attempt(quota, 'right', T + 1)).toEqual({ isAllowed: false, freeAt: T + HOUR });
    for (const n of [0, 1, 2]) for (const at of [0, 1, 2]) await open().release(quota, `slot ${n} ${at}`);
    await store.release(quota, 'never counted');
    expect(await open().attempt(quota, 'right', T + 2)).toEqual({ isAllowed: true, others: 0 });
    expect(await open().attempt(quota, 'right', T + 3)).toEqual({ isAllowed: true, others: 0 });
    expect(await open().attempt(quota, 'other', T + HOUR + 2)).toEqual({ isAllowed: true, others: 0 });
  });
}

describe('MemoryQuotas', () => {
  const quotas = new MemoryQuotas();
  quotaSuite(() => quotas);
});

describe('SqliteQuotaStore', () => {
  const database = openDatabase(':memory:');
  quotaSuite(() => new SqliteQuotaStore(database));
});

const endpoint = inject('dynamodb');
describe.runIf(endpoint)('DynamoQuotaStore', () => {
  const client = localClient(endpoint ?? '');
  beforeAll(() => createTable(client, 'quotas'));
  quotaSuite(() => new DynamoQuotaStore({ client, table: 'quotas' }));
});
