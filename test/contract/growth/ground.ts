import { BatchWriteCommand, DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DynamoFigureStore } from '#shared/adapters/aws/dynamo-figure-store.ts';
import { DynamoQuotaStore } from '#shared/adapters/aws/dynamo-quota-store.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { SqliteFigureStore } from '#shared/adapters/embedded/sqlite-figure-store.ts';
import { SqliteItems } from '#shared/adapters/embedded/sqlite-items.ts';
import { SqliteQuotaStore } from '#shared/adapters/embedded/sqlite-quota-store.ts';
import { SqliteStore } from '#shared/adapters/embedded/sqlite-store.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';
import type { QuotaStore } from '#shared/ports/quota-store.ts';
import type { Store } from '#shared/ports/store.ts';
import { countCapacity } from '#test/bench/capacity.ts';
import { changeOf, committed, emptyDigest } from '../changes.ts';
import { createTable, localClient } from '../table-definition.ts';
import { countingDatabase } from './counting-database.ts';

/** The cost of an act, by the name of the unit. */
export type Cost = Readonly<Record<string, number>>;

/** A store that is filled with items, and in which the cost of an act is counted. */
export interface Ground {
  readonly store: Store;
  /** The store of another process. */
  readonly others: Store;
  readonly figures: FigureStore;
  readonly quotas: QuotaStore;
  /** Stores items directly, as many as there are, without counting. */
  fill(items: Iterable<Item>): Promise<void>;
  costOf(act: () => Promise<unknown>): Promise<Cost>;
  /** Restarts the process of the store, which loses everything that it had read. */
  restart(): void;
}

export const SHARDS = 4;

/** SQLite in memory; counts statements, rows and the thousands of characters that went through them. */
export function sqliteGround(): Ground {
  const { database, count } = countingDatabase();
  const items = new SqliteItems(database);
  const store = new SqliteStore(database, SHARDS);
  return {
    store,
    others: store,
    restart: () => {},
    figures: new SqliteFigureStore(database),
    quotas: new SqliteQuotaStore(database),
    fill: (all) =>
      database.write(() => {
        for (const item of all) items.replace(item);
      }),
    async costOf(act) {
      const before = { ...count };
      await act();
      return {
        statements: count.statements - before.statements,
        rows: count.rows - before.rows,
        'kilobytes moved': Math.round((count.characters - before.characters) / 100) / 10,
      };
    },
  };
}

const BATCH = 25;
const AT_ONCE = 8;

/** A table of DynamoDB Local; counts requests and units by AWS's rules. */
export async function dynamoGround(endpoint: string, table: string): Promise<Ground> {
  const [client, filler] = [localClient(endpoint), localClient(endpoint)];
  await createTable(filler, table);
  const capacity = countCapacity(client);
  const documents = DynamoDBDocumentClient.from(filler, { marshallOptions: { removeUndefinedValues: true } });
  const put = (items: readonly Item[]) =>
    documents.send(
      new BatchWriteCommand({ RequestItems: { [table]: items.map((Item) => ({ PutRequest: { Item } })) } }),
    );
  const calls = () => Object.values(capacity.byOperation).reduce((sum, spent) => sum + spent.calls, 0);
  const open = (through = client) => new DynamoStore({ client: through, table, dueShards: SHARDS });
  let store = open();
  const figures = new DynamoFigureStore({ client, table, figureShards: SHARDS });
  // A process reads and stores its number of shards once, with its first write.
  await committed(store, changeOf('digest', undefined, emptyDigest()));
  await figures.save({ day: '2000-01-01', shard: 0, version: 1, counts: {} }, []);
  return {
    get store() {
      return store;
    },
    others: open(filler),
    restart() {
      store = open();
    },
    figures,
    quotas: new DynamoQuotaStore({ client, table }),
    async fill(all) {
      let batches: Item[][] = [];
      const flush = async (): Promise<void> => {
        await Promise.all(batches.map(put));
        batches = [];
      };
      for (const item of all) {
        capacity.learn(item);
        const batch = batches.at(-1);
        if (batch && batch.length < BATCH) {
          batch.push(item);
          continue;
        }
        if (batches.length === AT_ONCE) await flush();
        batches.push([item]);
      }
      await flush();
    },
    async costOf(act) {
      const before = { requests: calls(), writes: capacity.writes, reads: capacity.reads };
      await act();
      return {
        requests: calls() - before.requests,
        'write units': capacity.writes - before.writes,
        'read units': capacity.reads - before.reads,
      };
    },
  };
}
