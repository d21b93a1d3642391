import { eventBridgeClient, sqsClient } from '#shared/adapters/aws/clients.ts';
import { eventBridgePublisher } from '#shared/adapters/aws/eventbridge-publisher.ts';
import { sqsWorkQueue } from '#shared/adapters/aws/sqs-work-queue.ts';
import { streamCommit } from '#shared/adapters/aws/stream-commit.ts';
import type { CommitPlace } from '#shared/ports/store.ts';
import { forStream } from '#shared/runtime/chain-stream.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { relayFunction } from './relay.function.ts';

const { here, logger } = startLambda(relayFunction);
const deps = {
  publisher: eventBridgePublisher(eventBridgeClient(here.REGION), here.BUS_NAME),
  aside: sqsWorkQueue<CommitPlace>(sqsClient(here.REGION), here.ASIDE_QUEUE_URL),
};

export const handler = forStream(relayFunction, deps, { logger, committed: streamCommit });
