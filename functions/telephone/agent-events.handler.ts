import { dynamoClient, s3Client } from '#shared/adapters/aws/clients.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { forKinesis } from '#shared/runtime/chain-kinesis.ts';
import { storeUnreadable } from '#shared/runtime/failed-records.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { agentEventsFunction } from './agent-events.function.ts';

const { here, logger } = startLambda(agentEventsFunction);
const { REGION, TABLE_NAME: table, DUE_SHARDS: dueShards } = here;
const store = new DynamoStore({ client: dynamoClient(REGION), table, dueShards });
const failed = s3Blobs(s3Client(REGION), here.FAILED_BUCKET);

export const handler = forKinesis(
  agentEventsFunction,
  { store, clock: systemClock },
  {
    logger,
    setAside: storeUnreadable(failed),
  },
);
