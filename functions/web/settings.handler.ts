import { secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forHttp, pageFailed, requestRefused } from '#shared/runtime/chain-http.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { settingsFunction } from './settings.function.ts';
import { behindSignIn } from './shell/behind-sign-in.ts';

const { here, logger } = startLambda(settingsFunction);
const secrets = secretsClient(here.REGION);
const deps = {
  ...deployedDesk(here, { logger }),
  keys: hmacKeys(secretsKey(secrets, here.SIGNING_KEY_ID)),
  onError: pageFailed(logger),
  onRefused: requestRefused(logger),
};
const app = behindSignIn(here, secretsKey(secrets, here.OIDC_SECRET_ID), (signIn) =>
  settingsFunction.pages({ ...deps, signIn }),
);

export const handler = forHttp(app, { logger });
