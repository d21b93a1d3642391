import { beforeAll, describe, inject } from 'vitest';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { storeSuite } from './store.suite.ts';
import { createTable, localClient } from './table-definition.ts';

const endpoint = inject('dynamodb');

describe.runIf(endpoint)('DynamoStore', () => {
  const client = localClient(endpoint ?? '');
  const store = new DynamoStore({ client, table: 'store-suite', dueShards: 3 });
  beforeAll(() => createTable(client, 'store-suite'));
  storeSuite(() => ({ store, shards: 3 }));
});
