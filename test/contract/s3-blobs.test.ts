import { describe, expect, test } from 'vitest';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { blobSuite } from './blob.suite.ts';
import { VersionedBucket } from './versioned-bucket.ts';

describe('s3Blobs over a bucket that keeps versions', () => {
  const bucket = new VersionedBucket();
  const blobs = s3Blobs(bucket.client, 'mail-bucket');
  blobSuite(() => blobs);

  test('of what was removed no version is left', async () => {
    for (const text of ['first', 'second', 'third'])
      for (const key of ['versions/1/a', 'versions/1/b', 'versions/2'])
        await blobs.put(key, Buffer.from(text), 'text/plain');
    expect(bucket.versions('versions/')).toBe(9);
    await blobs.remove(['versions/1/']);
    expect([bucket.versions('versions/1/'), bucket.versions('versions/2')]).toEqual([0, 3]);
    await blobs.remove(['versions/2']);
    expect(bucket.versions('versions/')).toBe(0);
  });
});
