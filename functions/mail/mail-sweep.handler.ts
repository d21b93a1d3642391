import { s3Client, sqsClient } from '#shared/adapters/aws/clients.ts';
import { s3Inbox } from '#shared/adapters/aws/s3-inbox.ts';
import { sqsWorkQueue } from '#shared/adapters/aws/sqs-work-queue.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './mail-sweep.env.ts';
import { sweepMail } from './mail-sweep.ts';
import type { SweptMail } from './queued-mail.ts';

const { REGION, SERVICE, LOG_LEVEL, BLOB_BUCKET, INBOX_PREFIX, RECEIVED_QUEUE_URL } = readEnv(env);
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const deps = {
  inbox: s3Inbox(s3Client(REGION), BLOB_BUCKET, INBOX_PREFIX),
  queue: sqsWorkQueue<SweptMail>(sqsClient(REGION), RECEIVED_QUEUE_URL),
  clock: systemClock,
};

export const handler = forSchedule(
  async ({ logger }) => {
    const found = await sweepMail(deps);
    // An alarm looks for this code.
    if (found > 0) logger.warn('mail-forgotten', 'Mail that nobody had taken in was handed on.', { found });
    else logger.info('mail-swept', 'No mail lay forgotten.');
  },
  { logger },
);
