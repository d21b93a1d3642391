import { s3Client, secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { s3LinkToLarge } from '#shared/adapters/aws/s3-links.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { blobSentMails } from '#shared/adapters/mail/blob-sent-mails.ts';
import { forHttp, pageFailed, requestRefused } from '#shared/runtime/chain-http.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { consoleFunction } from './console.function.ts';
import { behindSignIn } from './shell/behind-sign-in.ts';

const { here, logger } = startLambda(consoleFunction);
const secrets = secretsClient(here.REGION);
const s3 = s3Client(here.REGION);
const blobs = s3Blobs(s3, here.BLOB_BUCKET);
const deps = {
  ...deployedDesk(here, { logger }),
  blobs,
  sentMails: blobSentMails(blobs),
  linkTo: s3LinkToLarge(s3, here.BLOB_BUCKET),
  keys: hmacKeys(secretsKey(secrets, here.SIGNING_KEY_ID)),
  workspace: here.CONNECT_URL,
  onError: pageFailed(logger),
  onRefused: requestRefused(logger),
};
const app = behindSignIn(here, secretsKey(secrets, here.OIDC_SECRET_ID), (signIn) =>
  consoleFunction.pages({ ...deps, signIn }),
);

export const handler = forHttp(app, { logger });
