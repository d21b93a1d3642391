import { dynamoClient, secretsClient, sesClient } from '#shared/adapters/aws/clients.ts';
import { DynamoSettingsStore } from '#shared/adapters/aws/dynamo-settings-store.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { sesMailer } from '#shared/adapters/aws/ses-mailer.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { surveyToken } from '#shared/adapters/crypto/survey-token.ts';
import { systemClock } from '#shared/adapters/embedded/system-clock.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { deployedRules } from '#shared/settings/deployed-rules.ts';
import { env } from './invite.env.ts';
import { invite } from './invite.ts';

const { REGION, SERVICE, LOG_LEVEL, ...here } = readEnv(env);
const table = { client: dynamoClient(REGION), table: here.TABLE_NAME, shards: here.SHARDS };
const keys = hmacKeys(secretsKey(secretsClient(REGION), here.SIGNING_KEY_ID));
const deps = {
  store: new DynamoStore(table),
  rules: deployedRules(new DynamoSettingsStore(table), systemClock, here.DEPLOYMENT),
  mailer: sesMailer(sesClient(REGION), here.CONFIGURATION_SET),
  clock: systemClock,
  seal: (ticket: Parameters<typeof surveyToken>[1]) => surveyToken(keys, ticket),
};

export const handler = forEvents(
  'surveys/invite',
  async (event, { logger }) => {
    logger.info('survey-sent', 'An invitation was dealt with.', { outcome: await invite(deps, event) });
  },
  { logger: createLogger({ service: SERVICE, level: LOG_LEVEL }) },
);
