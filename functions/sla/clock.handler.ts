import { connectClient, dynamoClient } from '#shared/adapters/aws/clients.ts';
import { connectTelephone } from '#shared/adapters/aws/connect-telephone.ts';
import { DynamoSettingsStore } from '#shared/adapters/aws/dynamo-settings-store.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { systemClock } from '#shared/adapters/embedded/system-clock.ts';
import { forQueue } from '#shared/runtime/chain-queue.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { deployedRules } from '#shared/settings/deployed-rules.ts';
import { env } from './clock.env.ts';
import { tick } from './clock.ts';
import { dueItem } from './due-item.ts';

const { REGION, SERVICE, LOG_LEVEL, ...here } = readEnv(env);
const table = { client: dynamoClient(REGION), table: here.TABLE_NAME, shards: here.SHARDS };
const deps = {
  store: new DynamoStore(table),
  rules: deployedRules(new DynamoSettingsStore(table), systemClock, here.DEPLOYMENT),
  clock: systemClock,
  telephone: connectTelephone(connectClient(REGION), here.CONNECT_INSTANCE_ID),
};

export const handler = forQueue(
  dueItem,
  async (item, { logger }) => {
    logger.info('ticked', 'A timer was looked at.', { kind: item.kind, outcome: await tick(deps, item) });
  },
  { logger: createLogger({ service: SERVICE, level: LOG_LEVEL }) },
);
