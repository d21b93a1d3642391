import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { eventBridgeClient } from '#shared/adapters/aws/clients.ts';
import { eventBridgePublisher } from '#shared/adapters/aws/eventbridge-publisher.ts';
import { commitOf, isCommit } from '#shared/adapters/table/commit-item.ts';
import type { Item } from '#shared/adapters/table/item.ts';
import { forStream } from '#shared/runtime/chain-stream.ts';
import { readEnv } from '#shared/runtime/env.ts';
import type { StreamRecord } from '#shared/runtime/lambda.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './relay.env.ts';
import { relay } from './relay.ts';

const { REGION, SERVICE, LOG_LEVEL, BUS_NAME } = readEnv(env);
const publisher = eventBridgePublisher(eventBridgeClient(REGION), BUS_NAME);

/** The commit a record of the stream tells of; undefined for other items of the table. */
const committed = ({ eventName, dynamodb }: StreamRecord) => {
  if (eventName !== 'INSERT' || !dynamodb?.NewImage) return undefined;
  const item = unmarshall(dynamodb.NewImage as Record<string, AttributeValue>) as Item;
  return isCommit(item) ? { commit: commitOf(item), sequence: dynamodb.SequenceNumber ?? '' } : undefined;
};

export const handler = forStream(
  async (records) => {
    const found = records.map(committed).filter((entry) => entry !== undefined);
    const failed = new Set(
      await relay(
        { publisher },
        found.map(({ commit }) => commit),
      ),
    );
    return found.filter(({ commit }) => failed.has(commit)).map(({ sequence }) => sequence);
  },
  { logger: createLogger({ service: SERVICE, level: LOG_LEVEL }) },
);
