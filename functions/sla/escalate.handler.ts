import { dynamoClient, sesClient } from '#shared/adapters/aws/clients.ts';
import { DynamoSettingsStore } from '#shared/adapters/aws/dynamo-settings-store.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { sesMailer } from '#shared/adapters/aws/ses-mailer.ts';
import { systemClock } from '#shared/adapters/embedded/system-clock.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { deployedRules } from '#shared/settings/deployed-rules.ts';
import { env } from './escalate.env.ts';
import { escalate } from './escalate.ts';

const { REGION, SERVICE, LOG_LEVEL, ...here } = readEnv(env);
const table = { client: dynamoClient(REGION), table: here.TABLE_NAME, shards: here.SHARDS };
const deps = {
  store: new DynamoStore(table),
  rules: deployedRules(new DynamoSettingsStore(table), systemClock, here.DEPLOYMENT),
  mailer: sesMailer(sesClient(REGION), here.CONFIGURATION_SET),
  clock: systemClock,
};

export const handler = forEvents(
  'sla/escalate',
  async (event, { logger }) => {
    logger.info('staff-informed', 'Staff were informed.', { outcome: await escalate(deps, event) });
  },
  { logger: createLogger({ service: SERVICE, level: LOG_LEVEL }) },
);
