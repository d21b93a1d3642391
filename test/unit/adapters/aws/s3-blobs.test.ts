import { Readable } from 'node:stream';
import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectVersionsCommand,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';

const s3 = mockClient(S3Client);
const blobs = s3Blobs(new S3Client({ region: 'eu-central-1' }), 'mail-bucket');
beforeEach(() => void s3.reset());

const streamOf = (text: string) =>
  Object.assign(Readable.from([Buffer.from(text)]), {
    transformToByteArray: async () => new Uint8Array(Buffer.from(text)),
  }) as never;

test('a blob is put with its type', async () => {
  s3.on(PutObjectCommand).resolves({});
  await blobs.put('raw/1.eml', Buffer.from('mail'), 'message/rfc822');
  expect(s3.commandCalls(PutObjectCommand)[0]?.args[0].input).toEqual({
    Bucket: 'mail-bucket',
    Key: 'raw/1.eml',
    Body: Buffer.from('mail'),
    ContentType: 'message/rfc822',
  });
});

test('a blob is returned with its type, or with the general one', async () => {
  s3.on(GetObjectCommand, { Bucket: 'mail-bucket', Key: 'a' }).resolves({
    Body: streamOf('mail'),
    ContentType: 'message/rfc822',
  });
  s3.on(GetObjectCommand, { Bucket: 'mail-bucket', Key: 'b' }).resolves({ Body: streamOf('x') });
  expect(await blobs.get('a')).toEqual({
    bytes: new Uint8Array(Buffer.from('mail')),
    contentType: 'message/rfc822',
  });
  expect((await blobs.get('b'))?.contentType).toBe('application/octet-stream');
});

test('a key that is not there is undefined; any other failure is thrown', async () => {
  s3.on(GetObjectCommand).rejects(new NoSuchKey({ message: 'gone', $metadata: {} }));
  expect(await blobs.get('a')).toBeUndefined();
  s3.on(GetObjectCommand).rejects(new Error('out of reach'));
  await expect(blobs.get('a')).rejects.toThrow('out of reach');
});

describe('removing', () => {
  const deleted = () =>
    s3.commandCalls(DeleteObjectsCommand).map(({ args }) => args[0].input.Delete?.Objects ?? []);

  test('takes every version of a key and its delete markers, and nothing that only begins like it', async () => {
    s3.on(ListObjectVersionsCommand, { Bucket: 'mail-bucket', Prefix: 'mail/1' }).resolves({
      Versions: [
        { Key: 'mail/1', VersionId: 'b' },
        { Key: 'mail/1', VersionId: 'a' },
        { Key: 'mail/10', VersionId: 'c' },
      ],
      DeleteMarkers: [{ Key: 'mail/1', VersionId: 'd' }],
    });
    s3.on(DeleteObjectsCommand).resolves({});
    await blobs.remove(['mail/1']);
    expect(deleted()).toEqual([
      [
        { Key: 'mail/1', VersionId: 'b' },
        { Key: 'mail/1', VersionId: 'a' },
        { Key: 'mail/1', VersionId: 'd' },
      ],
    ]);
  });

  test('goes through a prefix page by page, from where the last page ended', async () => {
    const Versions = Array.from({ length: 1000 }, (_, n) => ({ Key: `cases/1/${n}`, VersionId: `v${n}` }));
    s3.on(ListObjectVersionsCommand, { Prefix: 'cases/1/' })
      .resolvesOnce({
        Versions,
        IsTruncated: true,
        NextKeyMarker: 'cases/1/999',
        NextVersionIdMarker: 'v999',
      })
      .resolvesOnce({ IsTruncated: true, NextKeyMarker: 'cases/1/a' })
      .resolves({ Versions: [{ Key: 'cases/1/z', VersionId: 'z' }] });
    s3.on(DeleteObjectsCommand).resolves({});
    await blobs.remove(['cases/1/']);
    expect(s3.commandCalls(ListObjectVersionsCommand).map(({ args }) => args[0].input)).toMatchObject([
      { Bucket: 'mail-bucket' },
      { KeyMarker: 'cases/1/999', VersionIdMarker: 'v999' },
      { KeyMarker: 'cases/1/a' },
    ]);
    expect(deleted().map((objects) => objects.length)).toEqual([1000, 1]);
  });

  test('asks for nothing where nothing is', async () => {
    s3.on(ListObjectVersionsCommand).resolves({});
    await blobs.remove(['mail/none', 'cases/none/']);
    expect(deleted()).toEqual([]);
  });

  test('throws when S3 says that an object stayed', async () => {
    s3.on(ListObjectVersionsCommand).resolves({ Versions: [{ Key: 'a' }, { Key: 'a' }] });
    s3.on(DeleteObjectsCommand).resolves({ Errors: [{ Code: 'AccessDenied' }, { Code: 'AccessDenied' }] });
    await expect(blobs.remove(['a'])).rejects.toThrow('S3 did not delete 2 objects: AccessDenied');
  });
});
