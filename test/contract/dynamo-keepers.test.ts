import { beforeAll, describe, inject } from 'vitest';
import { DynamoFigureStore } from '#shared/adapters/aws/dynamo-figure-store.ts';
import { DynamoSettingsStore } from '#shared/adapters/aws/dynamo-settings-store.ts';
import { keepersSuite } from './keepers.suite.ts';
import { createTable, localClient } from './table-definition.ts';

const endpoint = inject('dynamodb');
const table = 'keepers';

describe.runIf(endpoint)('DynamoFigureStore and DynamoSettingsStore', () => {
  const client = localClient(endpoint ?? '');
  const figures = new DynamoFigureStore({ client, table, figureShards: 2 });
  const settings = new DynamoSettingsStore({ client, table });
  beforeAll(() => createTable(client, table));
  keepersSuite(() => ({ figures, settings }));
});
