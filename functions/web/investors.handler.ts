import { s3Client, secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { forHttp, pageFailed, requestRefused } from '#shared/runtime/chain-http.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { investorsFunction } from './investors.function.ts';
import { behindSignIn } from './shell/behind-sign-in.ts';

const { here, logger } = startLambda(investorsFunction);
const secrets = secretsClient(here.REGION);
const desk = deployedDesk(here, { logger });
const deps = {
  ...desk,
  blobs: s3Blobs(s3Client(here.REGION), here.BLOB_BUCKET),
  onError: pageFailed(logger),
  onRefused: requestRefused(logger),
};
const app = behindSignIn(here, secretsKey(secrets, here.OIDC_SECRET_ID), (signIn) =>
  investorsFunction.pages({ ...deps, signIn }),
);

export const handler = forHttp(app, { logger });
