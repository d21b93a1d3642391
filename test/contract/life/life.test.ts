import * as fc from 'fast-check';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import type { Store } from '#shared/ports/store.ts';
import { MemoryStore } from '#test/doubles/memory-store.ts';
import { createTable, localClient } from '../table-definition.ts';
import { everythingHolds, historyOf } from './invariants.ts';
import { life, type WorldStep } from './steps.ts';
import { World } from './world.ts';

const SHARDS = 2;

/** Run a life to its end and return its history. */
async function lived(store: Store, steps: readonly WorldStep[]): Promise<unknown> {
  const world = new World(store);
  for (const step of steps) await world.take(step);
  await world.quiesce();
  await everythingHolds(world);
  return historyOf(world);
}

const sqlite = () => new SqliteStore(openDatabase(':memory:'), SHARDS);

describe('a random life of a centre, with crashes, repeats and reordered deliveries', () => {
  it('everything that must hold holds, over SQLite as in memory', async () => {
    await fc.assert(
      fc.asyncProperty(life(40), async (steps) => {
        expect(await lived(sqlite(), steps)).toEqual(await lived(new MemoryStore({ shards: SHARDS }), steps));
      }),
      { numRuns: 60, seed: 20_261_124 },
    );
  });

  const endpoint = inject('dynamodb');
  describe.runIf(endpoint)('over DynamoDB', () => {
    const client = localClient(endpoint ?? '');
    let table = 0;
    beforeAll(() => createTable(client, 'life-0'));
    it('it is the same, event by event', async () => {
      await fc.assert(
        fc.asyncProperty(life(25), async (steps) => {
          table += 1;
          await createTable(client, `life-${table}`);
          const store = new DynamoStore({ client, table: `life-${table}`, dueShards: SHARDS });
          expect(await lived(store, steps)).toEqual(await lived(sqlite(), steps));
        }),
        { numRuns: 6, seed: 20_261_125 },
      );
    });
  });
});
