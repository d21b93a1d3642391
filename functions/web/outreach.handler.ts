import { s3Client, secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { DynamoFigureStore } from '#shared/adapters/aws/dynamo-figure-store.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forHttp, pageFailed, requestRefused } from '#shared/runtime/chain-http.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { outreachFunction } from './outreach.function.ts';
import { behindSignIn } from './shell/behind-sign-in.ts';

const { here, logger } = startLambda(outreachFunction);
const secrets = secretsClient(here.REGION);
const { table, ...desk } = deployedDesk(here, { logger });
const deps = {
  ...desk,
  blobs: s3Blobs(s3Client(here.REGION), here.BLOB_BUCKET),
  figures: new DynamoFigureStore(table),
  keys: hmacKeys(secretsKey(secrets, here.SIGNING_KEY_ID)),
  onError: pageFailed(logger),
  onRefused: requestRefused(logger),
};
const app = behindSignIn(here, secretsKey(secrets, here.OIDC_SECRET_ID), (signIn) =>
  outreachFunction.pages({ ...deps, signIn }),
);

export const handler = forHttp(app, { logger });
