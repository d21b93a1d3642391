import { secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forHttp, pageFailed } from '#shared/runtime/chain-http.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { surveyFunction } from './survey.function.ts';

const { here, logger } = startLambda(surveyFunction);
const app = surveyFunction.pages({
  ...deployedDesk(here, { logger }),
  keys: hmacKeys(secretsKey(secretsClient(here.REGION), here.SIGNING_KEY_ID)),
  onError: pageFailed(logger),
});

export const handler = forHttp(app, { logger });
