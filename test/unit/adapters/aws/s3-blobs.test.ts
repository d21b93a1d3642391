import { Readable } from 'node:stream';
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
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

test('a blob comes back with its type, or with the general one', async () => {
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
