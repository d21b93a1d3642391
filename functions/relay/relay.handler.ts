import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { eventBridgeClient } from '#shared/adapters/aws/clients.ts';
import { eventBridgePublisher } from '#shared/adapters/aws/eventbridge-publisher.ts';
import { commitOf, isCommit } from '#shared/adapters/table/commit-item.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import { forStream } from '#shared/runtime/chain-stream.ts';
import type { StreamRecord } from '#shared/runtime/lambda.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { relayFunction } from './relay.function.ts';

const { here, logger } = startLambda(relayFunction);
const publisher = eventBridgePublisher(eventBridgeClient(here.REGION), here.BUS_NAME);

/** Return the commit in a stream record; undefined for other items of the table. */
const committed = ({ eventName, dynamodb }: StreamRecord) => {
  if (eventName !== 'INSERT' || !dynamodb?.NewImage) return undefined;
  const item = unmarshall(dynamodb.NewImage as Record<string, AttributeValue>) as Item;
  return isCommit(item) ? { commit: commitOf(item), sequence: dynamodb.SequenceNumber ?? '' } : undefined;
};

export const handler = forStream(relayFunction, { publisher }, { logger, committed });
