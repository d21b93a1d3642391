import { lambdaClient, pollingClient } from '#shared/adapters/aws/clients.ts';
import { sqsFeeds } from '#shared/adapters/aws/sqs-feeds.ts';
import { systemClock } from '#shared/adapters/system-clock.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { deliverFunction } from './deliver.function.ts';

const { here, logger } = startLambda(deliverFunction);
const { REGION, QUEUES_ARN, QUEUES_URL, FEEDS: feeds, FUNCTIONS_AT_A_TIME: functionsAtATime } = here;
const queueFeeds = sqsFeeds(
  { queues: pollingClient(REGION), functions: lambdaClient(REGION) },
  { arn: QUEUES_ARN, url: QUEUES_URL },
);
const deps = { feeds, queueFeeds, functionsAtATime, clock: systemClock };

export const handler = forSchedule(deliverFunction, deps, { logger });
