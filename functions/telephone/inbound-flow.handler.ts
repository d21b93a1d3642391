import { secretsClient } from '#shared/adapters/aws/clients.ts';
import { connectQueuePlaces } from '#shared/adapters/aws/connect-queue-places.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forFlow } from '#shared/runtime/chain-flow.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './inbound-flow.env.ts';
import { answerInboundFlow } from './inbound-flow.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const desk = deployedDesk(here, { logger, onTheLine: true });
const deps = {
  ...desk,
  logger,
  queues: connectQueuePlaces({ region: REGION, client: desk.table.client }, here.CONNECT_INSTANCE_ID),
  keys: hmacKeys(secretsKey(secretsClient(REGION), here.SIGNING_KEY_ID)),
};

export const handler = forFlow((request) => answerInboundFlow(deps, request), {
  logger,
});
