import { secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { DynamoSearchIndex } from '#shared/adapters/aws/dynamo-search-index.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forHttp, pageFailed, requestRefused } from '#shared/runtime/chain-http.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { peopleFunction } from './people.function.ts';
import { behindSignIn } from './shell/behind-sign-in.ts';

const { here, logger } = startLambda(peopleFunction);
const secrets = secretsClient(here.REGION);
const desk = deployedDesk(here, { logger });
const deps = {
  ...desk,
  search: new DynamoSearchIndex({ client: desk.table.client, table: here.SEARCH_TABLE }),
  keys: hmacKeys(secretsKey(secrets, here.SIGNING_KEY_ID)),
  onError: pageFailed(logger),
  onRefused: requestRefused(logger),
};
const app = behindSignIn(here, secretsKey(secrets, here.OIDC_SECRET_ID), (signIn) =>
  peopleFunction.pages({ ...deps, signIn }),
);

export const handler = forHttp(app, { logger });
