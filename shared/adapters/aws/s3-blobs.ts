import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandInput,
  type ListObjectVersionsCommandOutput,
  NoSuchKey,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { BlobStore } from '#shared/ports/outside.ts';

type Place = Pick<ListObjectVersionsCommandInput, 'KeyMarker' | 'VersionIdMarker'>;

/**
 * Iterate over every version of every object under a prefix, delete markers included, in pages of at most a
 * thousand.
 */
async function* versionsUnder(client: S3Client, bucket: string, prefix: string) {
  let place: Place | undefined = {};
  while (place) {
    const command: ListObjectVersionsCommand = new ListObjectVersionsCommand({
      Bucket: bucket,
      Prefix: prefix,
      ...place,
    });
    const page: ListObjectVersionsCommandOutput = await client.send(command);
    const { Versions = [], DeleteMarkers = [], NextKeyMarker, NextVersionIdMarker } = page;
    yield [...Versions, ...DeleteMarkers].flatMap(({ Key, VersionId }) =>
      Key === undefined ? [] : [{ Key, ...(VersionId !== undefined && { VersionId }) }],
    );
    place = page.IsTruncated
      ? { KeyMarker: NextKeyMarker, ...(NextVersionIdMarker && { VersionIdMarker: NextVersionIdMarker }) }
      : undefined;
  }
}

/**
 * Blobs as objects of one bucket, which defines encryption and retention. `remove` deletes every version,
 * because a versioned bucket would otherwise only hide the object.
 */
export const s3Blobs = (client: S3Client, bucket: string): BlobStore => ({
  async put(key, bytes, contentType) {
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType }),
    );
  },
  async putOnce(key, bytes, contentType) {
    try {
      await client.send(
        new PutObjectCommand({
          ...{ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType },
          IfNoneMatch: '*',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof S3ServiceException && error.name === 'PreconditionFailed') return false;
      throw error;
    }
  },
  async get(key) {
    try {
      const { Body, ContentType } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      if (Body === undefined) return undefined;
      return {
        bytes: await Body.transformToByteArray(),
        contentType: ContentType ?? 'application/octet-stream',
      };
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  },
  async remove(keys) {
    for (const key of keys) {
      for await (const versions of versionsUnder(client, bucket, key)) {
        const Objects = key.endsWith('/') ? versions : versions.filter(({ Key }) => Key === key);
        if (Objects.length === 0) continue;
        const command = new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } });
        const { Errors: [first, ...more] = [] } = await client.send(command);
        if (first) throw new Error(`S3 did not delete ${1 + more.length} objects: ${first.Code}`);
      }
    }
  },
});
