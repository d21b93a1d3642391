import { secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { DynamoQuotaStore } from '#shared/adapters/aws/dynamo-quota-store.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forHttp, pageFailed } from '#shared/runtime/chain-http.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { surveyFunction } from './survey.function.ts';

const { here, logger } = startLambda(surveyFunction);
const desk = deployedDesk(here, { logger });
const app = surveyFunction.pages({
  ...desk,
  quotas: new DynamoQuotaStore(desk.table),
  keys: hmacKeys(secretsKey(secretsClient(here.REGION), here.SIGNING_KEY_ID)),
  onError: pageFailed(logger),
});

export const handler = forHttp(app, { logger });
