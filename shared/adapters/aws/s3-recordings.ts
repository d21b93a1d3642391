import { GetObjectCommand, HeadObjectCommand, NotFound, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Recordings } from '#shared/ports/recordings.ts';

const SECONDS = 60;

/**
 * Recordings where Connect puts them. They are heard from the bucket's own address by a link of one minute,
 * always as sound: what a page of ours may do is open to none of them.
 */
export const s3Recordings = (client: S3Client, bucket: string): Recordings => ({
  async open(key) {
    const object = { Bucket: bucket, Key: key };
    try {
      await client.send(new HeadObjectCommand(object));
    } catch (error) {
      if (error instanceof NotFound) return undefined;
      throw error;
    }
    const command = new GetObjectCommand({
      ...object,
      ResponseContentDisposition: 'inline',
      ResponseContentType: 'audio/wav',
    });
    return { link: await getSignedUrl(client, command, { expiresIn: SECONDS }) };
  },
});
