import { ListObjectsV2Command, type ListObjectsV2CommandOutput, type S3Client } from '@aws-sdk/client-s3';

/** The key of an object and the time of its last write, in epoch milliseconds. */
export interface BucketObject {
  readonly key: string;
  readonly writtenAt: number | undefined;
}

/** Iterate over the objects of a bucket under a prefix, in pages of at most a thousand. */
export async function* bucketObjects(
  client: S3Client,
  bucket: string,
  prefix = '',
): AsyncGenerator<BucketObject> {
  let ContinuationToken: string | undefined;
  do {
    const page: ListObjectsV2CommandOutput = await client.send(
      new ListObjectsV2Command({
        ...{ Bucket: bucket, Prefix: prefix },
        ...(ContinuationToken !== undefined && { ContinuationToken }),
      }),
    );
    for (const { Key: key, LastModified } of page.Contents ?? [])
      if (key !== undefined) yield { key, writtenAt: LastModified?.getTime() };
    ContinuationToken = page.NextContinuationToken;
  } while (ContinuationToken !== undefined);
}
