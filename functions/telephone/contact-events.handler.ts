import { dynamoClient } from '#shared/adapters/aws/clients.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { forQueue } from '#shared/runtime/chain-queue.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { contactEventsFunction } from './contact-events.function.ts';

const { here, logger } = startLambda(contactEventsFunction);
const { REGION, TABLE_NAME: table, DUE_SHARDS: dueShards } = here;
const store = new DynamoStore({ client: dynamoClient(REGION), table, dueShards });

export const handler = forQueue(contactEventsFunction, { store, clock: systemClock }, { logger });
