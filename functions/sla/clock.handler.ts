import { connectClient, secretsClient } from '#shared/adapters/aws/clients.ts';
import { connectContacts } from '#shared/adapters/aws/connect-contacts.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forQueue } from '#shared/runtime/chain-queue.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { pastRules } from '#shared/settings/past-rules.ts';
import { env } from './clock.env.ts';
import { tick } from './clock.ts';
import { dueItem } from './due-item.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const desk = deployedDesk(here, { logger });
const deps = {
  ...desk,
  keys: hmacKeys(secretsKey(secretsClient(REGION), here.SIGNING_KEY_ID)),
  pastRules: pastRules(desk.rules),
  telephone: connectContacts(connectClient(REGION), here.CONNECT_INSTANCE_ID),
};

export const handler = forQueue(
  dueItem,
  async (item, { logger }) => {
    logger.info('ticked', 'A timer was looked at.', { kind: item.kind, outcome: await tick(deps, item) });
  },
  { logger },
);
