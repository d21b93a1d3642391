import fc from 'fast-check';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { rollUp } from '#functions/reports/roll-up.ts';
import type { DueItem } from '#functions/sla/due-item.ts';
import { sweep } from '#functions/sla/sweep.ts';
import { DynamoFigureStore } from '#shared/adapters/aws/dynamo-figure-store.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteFigureStore } from '#shared/adapters/embedded/sqlite-figure-store.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';
import type { Store } from '#shared/ports/store.ts';
import { rulesOf, shippedRules } from '#test/builders/shipped-rules.ts';
import { fixedClock, WORKING_MORNING as T } from '#test/doubles/fixed-clock.ts';
import { MemorySettings } from '#test/doubles/memory-settings.ts';
import { anEvent } from '../unit/functions/world.ts';
import { causeOf, changeOf, committed, unopened } from './changes.ts';
import { createTable, localClient } from './table-definition.ts';

/** One table, opened by processes with different numbers of shards. */
interface Opened {
  store(dueShards: number): Store;
  figures(figureShards: number): FigureStore;
}

let named = 0;
const sqlite = (): Opened => {
  const database = openDatabase(':memory:');
  return {
    store: (dueShards) => new SqliteStore(database, dueShards),
    figures: () => new SqliteFigureStore(database),
  };
};

const found = async (store: Store): Promise<Record<string, string[]>> => {
  const due: DueItem[] = [];
  await sweep({
    store,
    dueQueue: { send: async (items) => void due.push(...items) },
    clock: fixedClock(T),
    rules: rulesOf(shippedRules),
    settings: new MemorySettings(),
  });
  const shards = Array.from({ length: await store.dueShards() }, (_, shard) => shard);
  const live = await Promise.all(shards.map((shard) => store.live(shard, { limit: 1000 })));
  const queue = await store.queue('operations', 'active', { limit: 1000 });
  return {
    due: due.map(({ id }) => id).sort(),
    live: live.flatMap(({ items }) => items.map(({ id }) => id)).sort(),
    queue: queue.items.map(({ id }) => id).sort(),
  };
};

const step = fc.record({
  shards: fc.integer({ min: 1, max: 12 }),
  cases: fc.array(fc.nat(9), { maxLength: 6 }),
});

/**
 * Let processes with changing numbers of shards open and change cases. Every case must be found once in each
 * listing, by a process with any number.
 */
async function survives(
  opened: Opened,
  steps: readonly { shards: number; cases: number[] }[],
): Promise<void> {
  const cases = new Map<number, Case>();
  named += 1;
  for (const { shards, cases: changed } of steps) {
    const store = opened.store(shards);
    for (const n of changed) {
      const before = cases.get(n);
      const after = before
        ? { ...before, level: before.level + 1 }
        : unopened({ department: 'operations', nextDueAt: T - n });
      const cause = causeOf(`shards ${named} ${n} ${before?.version ?? 0}`);
      cases.set(n, await committed(store, changeOf('case', before, after, { cause })));
    }
  }
  const all = [...cases.values()].map(({ id }) => id).sort();
  for (const shards of [1, 8, 12])
    expect(await found(opened.store(shards))).toEqual({ due: all, live: all, queue: all });
}

const counted = async (opened: Opened): Promise<void> => {
  const events = Array.from({ length: 40 }, (_, n) =>
    anEvent('rida.case.opened.v1', { id: causeOf(`counted once ${n}`) }),
  );
  for (const figureShards of [1, 5, 2, 7])
    await rollUp(
      { figures: opened.figures(figureShards), figureShards, clock: fixedClock(T) },
      events.slice(0, 10 * figureShards),
    );
  for (const figureShards of [1, 3]) {
    const days = await opened.figures(figureShards).range('2020-01-01', '2030-01-01');
    const sum = days
      .flatMap(({ counts }) => Object.entries(counts))
      .filter(([name]) => name.startsWith('opened|'));
    expect(sum.reduce((total, [, count]) => total + count, 0)).toBe(40);
  }
};

describe('the numbers of shards change while the table is in use', () => {
  test('in SQLite no due case is lost and none is found twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), (steps) => survives(sqlite(), steps)),
      { numRuns: 60 },
    );
  });

  test('in SQLite events that are replayed are counted once', () => counted(sqlite()));

  const endpoint = inject('dynamodb');
  describe.runIf(endpoint)('in DynamoDB', () => {
    const client = localClient(endpoint ?? '');
    const opened = (table: string): Opened => ({
      store: (dueShards) => new DynamoStore({ client, table, dueShards }),
      figures: (figureShards) => new DynamoFigureStore({ client, table, figureShards }),
    });
    afterAll(() => client.destroy());

    test('no due case is lost and none is found twice', async () => {
      let tables = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 4 }), async (steps) => {
          tables += 1;
          await survives(opened(await createTable(client, `shards-${tables}`)), steps);
        }),
        { numRuns: 6 },
      );
    });

    test('events that are replayed are counted once', async () =>
      counted(opened(await createTable(client, 'shards-figures'))));

    test('a process reads the number once and stores it only when it is higher', async () => {
      const table = await createTable(client, 'shards-stored');
      const stored = async () =>
        (await client.getItem({ TableName: table, Key: { pk: { S: 'shards' }, sk: { S: 'due' } } })).Item
          ?.highest?.N;
      const open = (dueShards: number) =>
        committed(opened(table).store(dueShards), changeOf('case', undefined, unopened()));
      await open(1);
      expect(await stored()).toBeUndefined();
      await open(8);
      expect(await stored()).toBe('8');
      await Promise.all([open(3), open(12), open(9)]);
      expect(await stored()).toBe('12');
    });
  });
});
