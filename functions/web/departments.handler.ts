import { s3Client, secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forHttp, pageFailed } from '#shared/runtime/chain-http.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { departmentsFunction } from './departments.function.ts';

const { here, logger } = startLambda(departmentsFunction);
const app = departmentsFunction.pages({
  ...deployedDesk(here, { logger }),
  blobs: s3Blobs(s3Client(here.REGION), here.BLOB_BUCKET),
  keys: hmacKeys(secretsKey(secretsClient(here.REGION), here.SIGNING_KEY_ID)),
  onError: pageFailed(logger),
});

export const handler = forHttp(app, { logger });
