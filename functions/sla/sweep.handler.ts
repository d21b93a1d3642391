import { dynamoClient, sqsClient } from '#shared/adapters/aws/clients.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { sqsWorkQueue } from '#shared/adapters/aws/sqs-work-queue.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import type { DueItem } from './due-item.ts';
import { env } from './sweep.env.ts';
import { sweep } from './sweep.ts';

const { REGION, SERVICE, LOG_LEVEL, TABLE_NAME, SHARDS, DUE_QUEUE_URL } = readEnv(env);
const deps = {
  store: new DynamoStore({ client: dynamoClient(REGION), table: TABLE_NAME, shards: SHARDS }),
  queue: sqsWorkQueue<DueItem>(sqsClient(REGION), DUE_QUEUE_URL),
  clock: systemClock,
  shards: SHARDS,
};

export const handler = forSchedule(
  async ({ logger }) => {
    // The age is a metric by its code: an alarm watches it.
    const { due, oldestAgeMs } = await sweep(deps);
    logger.info('swept', 'What is due was handed on.', { due, oldestAgeMs });
  },
  { logger: createLogger({ service: SERVICE, level: LOG_LEVEL }) },
);
