import { dynamoClient } from '#shared/adapters/aws/clients.ts';
import { DynamoFigureStore } from '#shared/adapters/aws/dynamo-figure-store.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { forEventBatch } from '#shared/runtime/chain-event-batch.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { rollUpFunction } from './roll-up.function.ts';

const { here, logger } = startLambda(rollUpFunction);
const { REGION, TABLE_NAME: table, FIGURE_SHARDS: figureShards } = here;
const figures = new DynamoFigureStore({ client: dynamoClient(REGION), table, figureShards });

export const handler = forEventBatch(
  rollUpFunction,
  { figures, figureShards, clock: systemClock },
  { logger },
);
