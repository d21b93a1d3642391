import { dynamoClient } from '#shared/adapters/aws/clients.ts';
import { DynamoFigureStore } from '#shared/adapters/aws/dynamo-figure-store.ts';
import { forEventBatch } from '#shared/runtime/chain-event-batch.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './roll-up.env.ts';
import { rollUp } from './roll-up.ts';

const { REGION, SERVICE, LOG_LEVEL, TABLE_NAME, SHARDS } = readEnv(env);
const deps = {
  figures: new DynamoFigureStore({ client: dynamoClient(REGION), table: TABLE_NAME, shards: SHARDS }),
  shards: SHARDS,
};

export const handler = forEventBatch('reports/roll-up', (events) => rollUp(deps, events), {
  logger: createLogger({ service: SERVICE, level: LOG_LEVEL }),
});
