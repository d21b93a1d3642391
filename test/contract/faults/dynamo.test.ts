import type { DynamoDB } from '@aws-sdk/client-dynamodb';
import { beforeAll, describe, inject } from 'vitest';
import { DynamoFigureStore } from '#shared/adapters/aws/dynamo-figure-store.ts';
import { DynamoQuotaStore } from '#shared/adapters/aws/dynamo-quota-store.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { tableSchema } from '#shared/adapters/table/schema.ts';
import { createTable, localClient } from '../table-definition.ts';
import type { OpenAdapters } from './converging.ts';
import type { FaultPoints } from './fault-points.ts';
import { faultsSuite } from './faults.suite.ts';
import { recordedStore } from './recorded-store.ts';

const endpoint = inject('dynamodb') ?? '';
const table = 'every-fault';
/** BatchWriteItem takes 25 items. */
const BATCH = 25;

/** A client whose requests the points see, one by one: also the writes inside a commit. */
function watchedClient(): { client: DynamoDB; watch(points: FaultPoints | undefined): void } {
  let points: FaultPoints | undefined;
  const client = localClient(endpoint, { maxAttempts: 1 });
  client.middlewareStack.add(
    (next, { commandName }) =>
      (args) =>
        points ? points.run(`dynamo.${commandName}`, [], () => next(args)) : next(args),
    { step: 'initialize', priority: 'high' },
  );
  return {
    client,
    watch: (now) => {
      points = now;
    },
  };
}

describe.runIf(endpoint)('every port fails in every way, over the adapters of AWS', () => {
  const plain = localClient(endpoint);
  const { client, watch } = watchedClient();
  beforeAll(() => createTable(plain, table));

  async function clear(): Promise<void> {
    const { partition, sort } = tableSchema;
    const { Items = [] } = await plain.scan({
      TableName: table,
      ProjectionExpression: `${partition}, ${sort}`,
    });
    for (let at = 0; at < Items.length; at += BATCH) {
      const requests = Items.slice(at, at + BATCH).map((Key) => ({ DeleteRequest: { Key } }));
      await plain.batchWriteItem({ RequestItems: { [table]: requests } });
    }
  }

  const aws: OpenAdapters = async (touched) => {
    await clear();
    const options = { client, table };
    return {
      adapters: {
        store: recordedStore(new DynamoStore(options), touched),
        figures: new DynamoFigureStore(options),
        quotas: new DynamoQuotaStore(options),
      },
      watch,
      seesCalls: true,
      close: () => {},
    };
  };

  faultsSuite('AWS', aws, 7);
});
