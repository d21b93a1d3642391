import { dynamoClient, secretsClient } from '#shared/adapters/aws/clients.ts';
import { DynamoSettingsStore } from '#shared/adapters/aws/dynamo-settings-store.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { systemClock } from '#shared/adapters/embedded/system-clock.ts';
import { forFlow } from '#shared/runtime/chain-flow.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { deployedRules } from '#shared/settings/deployed-rules.ts';
import { env } from './call-desk.env.ts';
import { answerFlow } from './call-desk.ts';

const { REGION, SERVICE, LOG_LEVEL, ...here } = readEnv(env);
const client = dynamoClient(REGION, { onTheLine: true });
const table = { client, table: here.TABLE_NAME, shards: here.SHARDS };
const deps = {
  store: new DynamoStore(table),
  rules: deployedRules(new DynamoSettingsStore(table), systemClock, here.DEPLOYMENT),
  keys: hmacKeys(secretsKey(secretsClient(REGION), here.SIGNING_KEY_ID)),
  clock: systemClock,
};

export const handler = forFlow((request) => answerFlow(deps, request), {
  logger: createLogger({ service: SERVICE, level: LOG_LEVEL }),
});
