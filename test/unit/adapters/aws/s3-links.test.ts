import { HeadObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { expect, it } from 'vitest';
import { s3LinkToLarge } from '#shared/adapters/aws/s3-links.ts';

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
const client = new S3Client({ region: 'eu-central-1', credentials });
const linkTo = s3LinkToLarge(client, 'rida-content');

const ofSize = (ContentLength: number): void => {
  mockClient(client).on(HeadObjectCommand).resolves({ ContentLength });
};

it('lets what a function can answer pass through', async () => {
  ofSize(4_000_000);
  expect(await linkTo('cases/1/2', 'صورة.jpg')).toBeUndefined();
});

it('gives a link of a minute to what is larger, as a download under its name', async () => {
  ofSize(4_000_001);
  const url = new URL((await linkTo('cases/1/2', 'صورة "1".jpg')) ?? '');
  expect(url.pathname).toBe('/cases/1/2');
  expect(url.searchParams.get('X-Amz-Expires')).toBe('60');
  expect(url.searchParams.get('response-content-type')).toBe('application/octet-stream');
  expect(url.searchParams.get('response-content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('صورة "1".jpg')}`,
  );
});
