import { sqsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { sqsWorkQueue } from '#shared/adapters/aws/sqs-work-queue.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import type { DueItem } from './due-item.ts';
import { sweepFunction } from './sweep.function.ts';

const { here, logger } = startLambda(sweepFunction);
const deps = {
  ...deployedDesk(here, { logger }),
  dueQueue: sqsWorkQueue<DueItem>(sqsClient(here.REGION), here.DUE_QUEUE_URL),
};

export const handler = forSchedule(sweepFunction, deps, { logger });
