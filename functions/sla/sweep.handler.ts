import { sqsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { sqsWorkQueue } from '#shared/adapters/aws/sqs-work-queue.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import type { DueItem } from './due-item.ts';
import { env } from './sweep.env.ts';
import { sweep } from './sweep.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL, SHARDS, DUE_QUEUE_URL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const deps = {
  ...deployedDesk(here, { logger }),
  queue: sqsWorkQueue<DueItem>(sqsClient(REGION), DUE_QUEUE_URL),
  shards: SHARDS,
};

export const handler = forSchedule(
  async ({ logger }) => {
    // The age is a metric by its code: an alarm watches it.
    logger.info('swept', 'What is due was handed on.', { ...(await sweep(deps)) });
  },
  { logger },
);
