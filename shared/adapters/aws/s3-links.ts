import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';

/** A Lambda response is limited to 6 MB, and base64 adds a third (Lambda quotas). */
const PASSES_THROUGH = 4_000_000;
const SECONDS = 60;

/**
 * Return a link, valid for one minute, to an object that is too large for a function's response. It downloads
 * the object under the given name. Return undefined for a smaller object.
 */
export const s3LinkToLarge =
  (client: S3Client, bucket: string) =>
  async (key: string, name: string): Promise<string | undefined> => {
    const object = { Bucket: bucket, Key: key };
    const { ContentLength = 0 } = await client.send(new HeadObjectCommand(object));
    if (ContentLength <= PASSES_THROUGH) return undefined;
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
    const command = new GetObjectCommand({
      ...object,
      ResponseContentDisposition: disposition,
      ResponseContentType: 'application/octet-stream',
    });
    return getSignedUrl(client, command, { expiresIn: SECONDS });
  };
