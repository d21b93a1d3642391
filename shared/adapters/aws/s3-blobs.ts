import {
  DeleteObjectsCommand,
  GetObjectCommand,
  NoSuchKey,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { BlobStore } from '#shared/ports/outside.ts';

/** How many objects one DeleteObjects takes (S3 API reference). */
const BATCH = 1000;

/** Blobs as objects of one bucket; encryption and retention are the bucket's. */
export const s3Blobs = (client: S3Client, bucket: string): BlobStore => ({
  async put(key, bytes, contentType) {
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: key, Body: bytes, ContentType: contentType }),
    );
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
    const found: string[] = [];
    for (const key of keys) {
      if (!key.endsWith('/')) found.push(key);
      else
        for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: key }))
          found.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
    }
    for (let at = 0; at < found.length; at += BATCH) {
      const Objects = found.slice(at, at + BATCH).map((Key) => ({ Key }));
      const { Errors = [] } = await client.send(
        new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
      );
      if (Errors.length > 0) throw new Error(`${Errors.length} objects were not deleted: ${Errors[0]?.Code}`);
    }
  },
});
