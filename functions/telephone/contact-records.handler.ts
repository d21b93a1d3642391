import { s3Client, secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { forKinesis } from '#shared/runtime/chain-kinesis.ts';
import { storeUnreadable } from '#shared/runtime/failed-records.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { contactRecordsFunction } from './contact-records.function.ts';

const { here, logger } = startLambda(contactRecordsFunction);
const deps = {
  ...deployedDesk(here, { logger }),
  keys: hmacKeys(secretsKey(secretsClient(here.REGION), here.SIGNING_KEY_ID)),
};
const failed = s3Blobs(s3Client(here.REGION), here.FAILED_BUCKET);

export const handler = forKinesis(contactRecordsFunction, deps, {
  logger,
  setAside: storeUnreadable(failed),
});
