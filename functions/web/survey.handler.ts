import { dynamoClient, secretsClient } from '#shared/adapters/aws/clients.ts';
import { DynamoSettingsStore } from '#shared/adapters/aws/dynamo-settings-store.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { systemClock } from '#shared/adapters/embedded/system-clock.ts';
import { forHttp } from '#shared/runtime/chain-http.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { deployedRules } from '#shared/settings/deployed-rules.ts';
import { env } from './survey.env.ts';
import { surveyApp } from './survey.ts';

const { REGION, SERVICE, LOG_LEVEL, ...here } = readEnv(env);
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const table = { client: dynamoClient(REGION), table: here.TABLE_NAME, shards: here.SHARDS };
const app = surveyApp({
  store: new DynamoStore(table),
  rules: deployedRules(new DynamoSettingsStore(table), systemClock, here.DEPLOYMENT),
  keys: hmacKeys(secretsKey(secretsClient(REGION), here.SIGNING_KEY_ID)),
  clock: systemClock,
  onError: (error) => logger.error('page-failed', 'A page could not be shown.', error),
});

export const handler = forHttp(app, { logger });
