import { s3Client, secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { s3Recordings } from '#shared/adapters/aws/s3-recordings.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { forHttp, pageFailed, requestRefused } from '#shared/runtime/chain-http.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { callsFunction } from './calls.function.ts';
import { behindSignIn } from './shell/behind-sign-in.ts';

const { here, logger } = startLambda(callsFunction);
const deps = {
  ...deployedDesk(here, { logger }),
  recordings: s3Recordings(s3Client(here.REGION), here.RECORDINGS_BUCKET),
  onError: pageFailed(logger),
  onRefused: requestRefused(logger),
};
const app = behindSignIn(here, secretsKey(secretsClient(here.REGION), here.OIDC_SECRET_ID), (signIn) =>
  callsFunction.pages({ ...deps, signIn }),
);

export const handler = forHttp(app, { logger });
