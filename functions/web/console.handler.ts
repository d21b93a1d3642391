import { s3Client, secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { s3LinkToLarge } from '#shared/adapters/aws/s3-links.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forHttp } from '#shared/runtime/chain-http.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './console.env.ts';
import { consoleApp } from './console-app.ts';
import { behindSignIn } from './shell/behind-sign-in.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const secrets = secretsClient(REGION);
const s3 = s3Client(REGION);
const deps = {
  ...deployedDesk(here, { logger }),
  blobs: s3Blobs(s3, here.BLOB_BUCKET),
  linkTo: s3LinkToLarge(s3, here.BLOB_BUCKET),
  keys: hmacKeys(secretsKey(secrets, here.SIGNING_KEY_ID)),
  workspace: here.CONNECT_URL,
  onError: (error: Error) => logger.error('page-failed', 'A page could not be shown.', error),
};
const app = behindSignIn(here, secretsKey(secrets, here.OIDC_SECRET_ID), (signIn) =>
  consoleApp({ ...deps, signIn }),
);

export const handler = forHttp(app, { logger });
