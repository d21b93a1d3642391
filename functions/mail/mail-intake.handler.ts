import * as z from 'zod';
import { sesReceipt } from '#events/inbound/ses-receipt.ts';
import { s3Client, secretsClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { s3Inbox } from '#shared/adapters/aws/s3-inbox.ts';
import { secretsKey } from '#shared/adapters/aws/secrets-key.ts';
import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';
import { parseMail } from '#shared/adapters/mail/parse-mail.ts';
import { forQueue } from '#shared/runtime/chain-queue.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './mail-intake.env.ts';
import { ingestMail } from './mail-intake.ts';
import { queuedMail } from './queued-mail.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const s3 = s3Client(REGION);
const deps = {
  ...deployedDesk(here, { logger }),
  blobs: s3Blobs(s3, here.BLOB_BUCKET),
  inbox: s3Inbox(s3, here.BLOB_BUCKET, here.INBOX_PREFIX),
  keys: hmacKeys(secretsKey(secretsClient(REGION), here.SIGNING_KEY_ID)),
  parseMail,
};

/** SES tells SNS, SNS puts its own envelope into the queue: the receipt is text within it. */
const notification = z.object({ Message: z.string() }).transform(({ Message }, context) => {
  try {
    return sesReceipt.parse(JSON.parse(Message));
  } catch {
    context.addIssue({ code: 'custom', path: ['Message'], message: 'expected an SES receipt' });
    return z.NEVER;
  }
});

export const handler = forQueue(
  queuedMail(notification),
  async (received, { logger }) => {
    const { caseRef, outcome, reasons } = await ingestMail(deps, received);
    logger.info('mail-taken-in', 'A mail was taken in.', { caseRef, outcome, reasons: reasons.join(' ') });
  },
  { logger },
);
