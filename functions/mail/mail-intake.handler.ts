import { s3Client, secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { s3Inbox } from '#shared/adapters/aws/s3-inbox.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { cleanHtml } from '#shared/adapters/mail/clean-html.ts';
import { parseMail } from '#shared/adapters/mail/parse-mail.ts';
import { forQueue } from '#shared/runtime/chain-queue.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { deployedHelpAddress } from '#shared/settings/deployed-rules.ts';
import { mailIntakeFunction } from './mail-intake.function.ts';

const { here, logger } = startLambda(mailIntakeFunction);
const s3 = s3Client(here.REGION);
const deps = {
  ...deployedDesk(here, { logger }),
  blobs: s3Blobs(s3, here.BLOB_BUCKET),
  inbox: s3Inbox(s3, here.BLOB_BUCKET, here.INBOX_PREFIX),
  keys: hmacKeys(secretsKey(secretsClient(here.REGION), here.SIGNING_KEY_ID)),
  deployedAddress: deployedHelpAddress(here.DEPLOYMENT),
  parseMail,
  cleanHtml,
};

export const handler = forQueue(mailIntakeFunction, deps, { logger });
