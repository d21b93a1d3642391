import { s3Client, secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { deployedMailer, keepForLater } from '#shared/adapters/aws/deployed-mailer.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { blobSentMails } from '#shared/adapters/mail/blob-sent-mails.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { inviteFunction } from './invite.function.ts';

const { here, logger } = startLambda(inviteFunction);
const deps = {
  ...deployedDesk(here, { logger }),
  mailer: deployedMailer(here),
  sentMails: blobSentMails(s3Blobs(s3Client(here.REGION), here.BLOB_BUCKET)),
  keys: hmacKeys(secretsKey(secretsClient(here.REGION), here.SIGNING_KEY_ID)),
};

export const handler = forEvents(inviteFunction, deps, { logger, ...keepForLater(here) });
