import { secretsClient } from '#shared/adapters/aws/clients.ts';
import { connectQueuePlaces } from '#shared/adapters/aws/connect-queue-places.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys, loadedEarly } from '#shared/adapters/crypto/hmac-keys.ts';
import { forFlow } from '#shared/runtime/chain-flow.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { inboundFlowFunction } from './inbound-flow.function.ts';

const { here, logger } = startLambda(inboundFlowFunction);
const { REGION: region, CONNECT_INSTANCE_ID } = here;
const desk = deployedDesk(here, { logger, onTheLine: true });
const secrets = secretsClient(here.REGION, { onTheLine: true });
const deps = {
  ...desk,
  queues: connectQueuePlaces({ region, client: desk.table.client }, CONNECT_INSTANCE_ID),
  keys: hmacKeys(loadedEarly(secretsKey(secrets, here.SIGNING_KEY_ID))),
};

export const handler = forFlow(inboundFlowFunction, deps, { logger });
