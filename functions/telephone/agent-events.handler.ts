import { connectAgentEvent } from '#events/inbound/connect-agent-event.ts';
import { dynamoClient, sqsClient } from '#shared/adapters/aws/clients.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { sqsWorkQueue } from '#shared/adapters/aws/sqs-work-queue.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { forKinesis, type SetAside } from '#shared/runtime/chain-kinesis.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './agent-events.env.ts';
import { recordAgentEvent } from './agent-events.ts';

const { REGION, SERVICE, LOG_LEVEL, TABLE_NAME, SHARDS, DEAD_LETTERS_URL } = readEnv(env);
const store = new DynamoStore({ client: dynamoClient(REGION), table: TABLE_NAME, shards: SHARDS });
const unreadable = sqsWorkQueue<SetAside>(sqsClient(REGION), DEAD_LETTERS_URL);

export const handler = forKinesis(
  connectAgentEvent,
  async (event) => {
    await recordAgentEvent({ store, clock: systemClock }, event);
  },
  {
    logger: createLogger({ service: SERVICE, level: LOG_LEVEL }),
    setAside: (record) => unreadable.send([record]),
  },
);
