import { dynamoClient, eventBridgeClient } from '#shared/adapters/aws/clients.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { eventBridgePublisher } from '#shared/adapters/aws/eventbridge-publisher.ts';
import { forQueue } from '#shared/runtime/chain-queue.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { republishFunction } from './republish.function.ts';

const { here, logger } = startLambda(republishFunction);
const { REGION, TABLE_NAME: table, DUE_SHARDS: dueShards, BUS_NAME } = here;
const deps = {
  store: new DynamoStore({ client: dynamoClient(REGION), table, dueShards }),
  publisher: eventBridgePublisher(eventBridgeClient(REGION), BUS_NAME),
};

export const handler = forQueue(republishFunction, deps, { logger });
