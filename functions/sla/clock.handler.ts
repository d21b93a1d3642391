import { connectClient, secretsClient } from '#shared/adapters/aws/clients.ts';
import { connectContacts } from '#shared/adapters/aws/connect-contacts.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forQueue } from '#shared/runtime/chain-queue.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { pastRules } from '#shared/settings/past-rules.ts';
import { clockFunction } from './clock.function.ts';

const { here, logger } = startLambda(clockFunction);
const desk = deployedDesk(here, { logger });
const deps = {
  ...desk,
  keys: hmacKeys(secretsKey(secretsClient(here.REGION), here.SIGNING_KEY_ID)),
  pastRules: pastRules(desk.rules),
  telephone: connectContacts(connectClient(here.REGION), here.CONNECT_INSTANCE_ID),
};

export const handler = forQueue(clockFunction, deps, { logger });
