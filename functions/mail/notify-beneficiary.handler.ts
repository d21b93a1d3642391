import { dynamoClient, s3Client, secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { deployedMailer, keepForLater } from '#shared/adapters/aws/deployed-mailer.ts';
import { DynamoQuotaStore } from '#shared/adapters/aws/dynamo-quota-store.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { blobSentMails } from '#shared/adapters/mail/blob-sent-mails.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { notifyBeneficiaryFunction } from './notify-beneficiary.function.ts';

const { here, logger } = startLambda(notifyBeneficiaryFunction);
const blobs = s3Blobs(s3Client(here.REGION), here.BLOB_BUCKET);
const deps = {
  ...deployedDesk(here, { logger }),
  blobs,
  sentMails: blobSentMails(blobs),
  mailer: deployedMailer(here),
  quotas: new DynamoQuotaStore({ client: dynamoClient(here.REGION), table: here.TABLE_NAME }),
  keys: hmacKeys(secretsKey(secretsClient(here.REGION), here.SIGNING_KEY_ID)),
};

export const handler = forEvents(notifyBeneficiaryFunction, deps, { logger, ...keepForLater(here) });
