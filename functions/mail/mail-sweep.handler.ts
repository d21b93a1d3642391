import { s3Client, sqsClient } from '#shared/adapters/aws/clients.ts';
import { s3Inbox } from '#shared/adapters/aws/s3-inbox.ts';
import { sqsWorkQueue } from '#shared/adapters/aws/sqs-work-queue.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { mailSweepFunction } from './mail-sweep.function.ts';
import type { SweptMail } from './queued-mail.ts';

const { here, logger } = startLambda(mailSweepFunction);
const deps = {
  inbox: s3Inbox(s3Client(here.REGION), here.BLOB_BUCKET, here.INBOX_PREFIX),
  receivedQueue: sqsWorkQueue<SweptMail>(sqsClient(here.REGION), here.RECEIVED_QUEUE_URL),
  clock: systemClock,
};

export const handler = forSchedule(mailSweepFunction, deps, { logger });
