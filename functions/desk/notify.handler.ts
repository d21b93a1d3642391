import { dynamoClient, s3Client, sesClient } from '#shared/adapters/aws/clients.ts';
import { DynamoSettingsStore } from '#shared/adapters/aws/dynamo-settings-store.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { sesMailer } from '#shared/adapters/aws/ses-mailer.ts';
import { systemClock } from '#shared/adapters/embedded/system-clock.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { deployedRules } from '#shared/settings/deployed-rules.ts';
import { env } from './notify.env.ts';
import { notify } from './notify.ts';

const { REGION, SERVICE, LOG_LEVEL, ...here } = readEnv(env);
const table = { client: dynamoClient(REGION), table: here.TABLE_NAME, shards: here.SHARDS };
const deps = {
  store: new DynamoStore(table),
  rules: deployedRules(new DynamoSettingsStore(table), systemClock, here.DEPLOYMENT),
  blobs: s3Blobs(s3Client(REGION), here.BLOB_BUCKET),
  mailer: sesMailer(sesClient(REGION), here.CONFIGURATION_SET),
  clock: systemClock,
};

export const handler = forEvents(
  'desk/notify',
  async (event, { logger }) => {
    logger.info('beneficiary-notified', 'An event was answered.', { outcome: await notify(deps, event) });
  },
  { logger: createLogger({ service: SERVICE, level: LOG_LEVEL }) },
);
