import { DeleteObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { MailInbox, WaitingMail } from '#shared/ports/mail-inbox.ts';
import { ADMINISTRATOR, PROCESSED } from '../content-keys.ts';
import { bucketObjects } from './bucket-objects.ts';
import { s3Blobs } from './s3-blobs.ts';

const TYPE = 'message/rfc822';
/**
 * Object that SES writes to test its permission (SES developer guide, "Deliver to S3 bucket action"). It is
 * not a mail.
 */
const TRIAL = 'AMAZON_SES_SETUP_NOTIFICATION';

/** Whether an object is the one that SES writes to test its permission. */
export const isTrial = (key: string): boolean => key.endsWith(`/${TRIAL}`);

/**
 * The inbox as a prefix of the mail bucket. SES names objects at random, so mails cannot be listed by day. A
 * mail is moved out of the prefix when it is processed, so the prefix contains only unprocessed mail, however
 * large the bucket is. The copy is written before the mail is processed.
 */
export function s3Inbox(client: S3Client, bucket: string, prefix: string): MailInbox {
  /** Return the key of a mail below another prefix, if SES wrote it. */
  const movedTo = (target: string, rawKey: string): string => {
    const from = [prefix, ADMINISTRATOR].find((one) => rawKey.startsWith(one));
    return from === undefined ? rawKey : target + rawKey.slice(from.length);
  };
  const processedKey = (rawKey: string): string => movedTo(PROCESSED, rawKey);
  const remove = async (rawKey: string): Promise<void> => {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: rawKey }));
  };
  const blobs = s3Blobs(client, bucket);
  return {
    async read(rawKey) {
      const key = processedKey(rawKey);
      const arrived = await blobs.get(rawKey);
      if (arrived && key !== rawKey) await blobs.put(key, arrived.bytes, TYPE);
      const found = arrived ?? (await blobs.get(key));
      return found && { key, bytes: found.bytes };
    },
    async done(rawKey) {
      if (processedKey(rawKey) !== rawKey) await remove(rawKey);
    },
    async keep({ rawKey }) {
      const key = movedTo(ADMINISTRATOR, rawKey);
      const arrived = key === rawKey ? undefined : await blobs.get(rawKey);
      if (!arrived) return;
      await blobs.put(key, arrived.bytes, TYPE);
      await remove(rawKey);
    },
    async waiting(before, most) {
      const found: WaitingMail[] = [];
      for await (const { key: rawKey, writtenAt: receivedAt = before } of bucketObjects(
        client,
        bucket,
        prefix,
      )) {
        if (isTrial(rawKey) || receivedAt >= before) continue;
        found.push({ rawKey, receivedAt });
        if (found.length === most) break;
      }
      return found;
    },
  };
}
