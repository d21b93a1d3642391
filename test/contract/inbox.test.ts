import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { inboxTable, localInbox } from '#infra/local/mail/inbox-table.ts';
import { openMailSpool } from '#infra/local/mail/mail-spool.ts';
import { rowBlobs } from '#infra/local/storage/row-blobs.ts';
import { s3Inbox } from '#shared/adapters/aws/s3-inbox.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { fixedClock } from '#test/doubles/fixed-clock.ts';
import { inboxSuite } from './inbox.suite.ts';
import { VersionedBucket } from './versioned-bucket.ts';

describe('the inbox of S3', () => {
  const inS3 = () => {
    const bucket = new VersionedBucket();
    return { bucket, inbox: s3Inbox(bucket.client, 'mail-bucket', 'raw/') };
  };
  inboxSuite(async () => {
    const { bucket, inbox } = inS3();
    let count = 0;
    const arrive = async (text: string): Promise<string> => {
      count += 1;
      return bucket.place(`raw/${count}`, text);
    };
    return { inbox, arrive, now: () => VersionedBucket.WRITTEN_AT };
  });

  test('a mail moves out of the prefix that SES writes to, and never before its copy is stored', async () => {
    const { bucket, inbox } = inS3();
    bucket.place('raw/abc', 'words');
    expect(await inbox.read('raw/abc')).toMatchObject({ key: 'mail/abc' });
    expect([bucket.current('raw/'), bucket.current('mail/')]).toEqual([['raw/abc'], ['mail/abc']]);
    await inbox.done('raw/abc');
    expect([bucket.current('raw/'), bucket.current('mail/')]).toEqual([[], ['mail/abc']]);
  });

  test('mail for the administrator stays under the prefix that SES wrote it to, until it becomes a case', async () => {
    const { bucket, inbox } = inS3();
    bucket.place('administrator/1', 'certificate');
    const mail = { envelopeFrom: '', recipients: ['hostmaster@rida.example'], receivedAt: 0 };
    await inbox.keep({ rawKey: 'administrator/1', ...mail });
    expect(bucket.current('')).toEqual(['administrator/1']);
    expect(await inbox.read('administrator/1')).toMatchObject({ key: 'mail/1' });
    await inbox.done('administrator/1');
    expect(bucket.current('')).toEqual(['mail/1']);
  });

  test('the test object of SES is not a mail, and no other key leaves the bucket', async () => {
    const { bucket, inbox } = inS3();
    bucket.place('raw/AMAZON_SES_SETUP_NOTIFICATION', 'try');
    bucket.place('mail/old', 'kept');
    expect(await inbox.waiting(VersionedBucket.WRITTEN_AT + 1, 10)).toEqual([]);
    await inbox.done('mail/old');
    expect(bucket.current('mail/')).toEqual(['mail/old']);
  });
});

describe('the inbox of one computer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rida-inbox-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let opened = 0;
  inboxSuite(async () => {
    const database = openDatabase(':memory:');
    const clock = fixedClock();
    const table = inboxTable(database, clock);
    opened += 1;
    const spool = await openMailSpool(join(folder, String(opened)), rowBlobs(database), table);
    return {
      inbox: localInbox(table, spool),
      async arrive(text) {
        const mail = spool.receive();
        await mail.write(Buffer.from(text));
        return mail.keep();
      },
      now: () => clock.now(),
    };
  });

  test('a large mail waits, too', async () => {
    const database = openDatabase(':memory:');
    const clock = fixedClock();
    const table = inboxTable(database, clock);
    const spool = await openMailSpool(join(folder, 'large'), rowBlobs(database), table);
    const mail = spool.receive();
    await mail.write(new Uint8Array(200_000));
    const rawKey = await mail.keep();
    expect(await table.waiting(clock.now() + 1, 10)).toEqual([{ rawKey, receivedAt: clock.now() }]);
  });
});
