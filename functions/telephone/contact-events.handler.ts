import { connectContactEvent } from '#events/inbound/connect-contact-event.ts';
import { dynamoClient } from '#shared/adapters/aws/clients.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { forQueue } from '#shared/runtime/chain-queue.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './contact-events.env.ts';
import { recordContactEvent } from './contact-events.ts';

const { REGION, SERVICE, LOG_LEVEL, TABLE_NAME, SHARDS } = readEnv(env);
const store = new DynamoStore({ client: dynamoClient(REGION), table: TABLE_NAME, shards: SHARDS });

export const handler = forQueue(
  connectContactEvent,
  async (event) => {
    await recordContactEvent({ store, clock: systemClock }, event);
  },
  { logger: createLogger({ service: SERVICE, level: LOG_LEVEL }) },
);
