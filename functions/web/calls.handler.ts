import { s3Client, secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { s3Recordings } from '#shared/adapters/aws/s3-recordings.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { forHttp } from '#shared/runtime/chain-http.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { callsApp } from './calls/calls-app.ts';
import { env } from './calls.env.ts';
import { behindSignIn } from './shell/behind-sign-in.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const deps = {
  ...deployedDesk(here, { logger }),
  recordings: s3Recordings(s3Client(REGION), here.RECORDINGS_BUCKET),
  onError: (error: Error) => logger.error('page-failed', 'A page could not be shown.', error),
};
const app = behindSignIn(here, secretsKey(secretsClient(REGION), here.OIDC_SECRET_ID), (signIn) =>
  callsApp({ ...deps, signIn }),
);

export const handler = forHttp(app, { logger });
