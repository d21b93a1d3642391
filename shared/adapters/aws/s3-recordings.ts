import { GetObjectCommand, HeadObjectCommand, NotFound, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { Recordings } from '#shared/ports/recordings.ts';

const SECONDS = 60;

/**
 * Connect's recordings. They are played from the bucket's own address with a link that is valid for one
 * minute, and always with an audio content type, so that a recording never gets the rights of Rida's pages.
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
