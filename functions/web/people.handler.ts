import { secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forHttp } from '#shared/runtime/chain-http.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './people.env.ts';
import { peopleApp } from './people-app.ts';
import { behindSignIn } from './shell/behind-sign-in.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const secrets = secretsClient(REGION);
const deps = {
  ...deployedDesk(here, { logger }),
  keys: hmacKeys(secretsKey(secrets, here.SIGNING_KEY_ID)),
  onError: (error: Error) => logger.error('page-failed', 'A page could not be shown.', error),
};
const app = behindSignIn(here, secretsKey(secrets, here.OIDC_SECRET_ID), (signIn) =>
  peopleApp({ ...deps, signIn }),
);

export const handler = forHttp(app, { logger });
