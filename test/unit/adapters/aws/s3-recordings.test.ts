import { HeadObjectCommand, NotFound, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { s3Recordings } from '#shared/adapters/aws/s3-recordings.ts';

const client = new S3Client({
  region: 'eu-central-1',
  credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
});
const recordings = s3Recordings(client, 'recordings');

describe('recordings in S3', () => {
  it('are opened by a link of a minute, always as sound', async () => {
    mockClient(client).on(HeadObjectCommand).resolves({});
    const opened = await recordings.open('calls/a.wav');
    const link = new URL(opened && 'link' in opened ? opened.link : '');
    expect(link.pathname).toMatch(/\/calls\/a\.wav$/u);
    expect(Object.fromEntries(link.searchParams)).toMatchObject({
      'response-content-type': 'audio/wav',
      'X-Amz-Expires': '60',
    });
  });

  it('that are not there are not opened, and a failure is one', async () => {
    const s3 = mockClient(client);
    s3.on(HeadObjectCommand).rejects(new NotFound({ message: 'no such key', $metadata: {} }));
    expect(await recordings.open('calls/a.wav')).toBeUndefined();
    s3.on(HeadObjectCommand).rejects(new Error('away'));
    await expect(recordings.open('calls/a.wav')).rejects.toThrow('away');
  });
});
