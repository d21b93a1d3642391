import { secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys, loadedEarly } from '#shared/adapters/crypto/hmac-keys.ts';
import { forFlow } from '#shared/runtime/chain-flow.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { surveyFlowFunction } from './survey-flow.function.ts';

const { here, logger } = startLambda(surveyFlowFunction);
const secrets = secretsClient(here.REGION, { onTheLine: true });
const deps = {
  ...deployedDesk(here, { logger, onTheLine: true }),
  keys: hmacKeys(loadedEarly(secretsKey(secrets, here.SIGNING_KEY_ID))),
};

export const handler = forFlow(surveyFlowFunction, deps, { logger });
