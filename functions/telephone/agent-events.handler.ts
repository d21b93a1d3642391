import { dynamoClient, sqsClient } from '#shared/adapters/aws/clients.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { sqsWorkQueue } from '#shared/adapters/aws/sqs-work-queue.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { forKinesis, type SetAside } from '#shared/runtime/chain-kinesis.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { agentEventsFunction } from './agent-events.function.ts';

const { here, logger } = startLambda(agentEventsFunction);
const { REGION, TABLE_NAME: table, DUE_SHARDS: dueShards } = here;
const store = new DynamoStore({ client: dynamoClient(REGION), table, dueShards });
const unreadable = sqsWorkQueue<SetAside>(sqsClient(REGION), here.DEAD_LETTERS_URL);

export const handler = forKinesis(
  agentEventsFunction,
  { store, clock: systemClock },
  {
    logger,
    setAside: (record) => unreadable.send([record]),
  },
);
