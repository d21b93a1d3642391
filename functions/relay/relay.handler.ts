import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { eventBridgeClient, sqsClient } from '#shared/adapters/aws/clients.ts';
import { eventBridgePublisher } from '#shared/adapters/aws/eventbridge-publisher.ts';
import { sqsWorkQueue } from '#shared/adapters/aws/sqs-work-queue.ts';
import { isCommit, recordOf } from '#shared/adapters/table/commit-item.ts';
import type { Item, Key } from '#shared/adapters/table/item.ts';
import type { CommitPlace } from '#shared/ports/store.ts';
import { forStream } from '#shared/runtime/chain-stream.ts';
import type { StreamRecord } from '#shared/runtime/lambda.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { relayFunction } from './relay.function.ts';

const { here, logger } = startLambda(relayFunction);
const deps = {
  publisher: eventBridgePublisher(eventBridgeClient(here.REGION), here.BUS_NAME),
  aside: sqsWorkQueue<CommitPlace>(sqsClient(here.REGION), here.ASIDE_QUEUE_URL),
};

type Image = Record<string, AttributeValue>;

/** Return the commit in a stream record; undefined for other items of the table. */
const committed = ({ eventName, dynamodb: { Keys, NewImage, SequenceNumber = '' } = {} }: StreamRecord) => {
  if (eventName !== 'INSERT' || !Keys || !NewImage) return undefined;
  const key = unmarshall(Keys as Image) as Key;
  if (!isCommit(key)) return undefined;
  return { record: recordOf(key, () => unmarshall(NewImage as Image) as Item), sequence: SequenceNumber };
};

export const handler = forStream(relayFunction, deps, { logger, committed });
