import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openMailSpool } from '#infra/local/mail/mail-spool.ts';
import { localBlobs } from '#infra/local/storage/local-blobs.ts';
import { rowBlobs } from '#infra/local/storage/row-blobs.ts';
import { fileBlobs } from '#shared/adapters/embedded/file-blobs.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { blobSuite } from './blob.suite.ts';

const folder = mkdtempSync(join(tmpdir(), 'rida-blobs-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('files', () => {
  const blobs = fileBlobs(join(folder, 'alone'));
  blobSuite(() => blobs);

  test.each(['../beside', '../', '/', '', '/etc/', 'a/../../b/', 'a//'])(
    '%j is not a key to remove, and nothing is removed',
    async (key) => {
      await blobs.put('stays', new Uint8Array(1), 'text/plain');
      await expect(blobs.remove([key])).rejects.toThrow(RangeError);
      expect(await blobs.get('stays')).toBeDefined();
    },
  );
});

describe('rows', () => {
  const blobs = rowBlobs(openDatabase(':memory:'));
  blobSuite(() => blobs);
});

describe('the blobs of a centre', async () => {
  const rows = rowBlobs(openDatabase(':memory:'));
  const spool = await openMailSpool(join(folder, 'mail'), rows, { arrived: async () => {} });
  const files = fileBlobs(join(folder, 'beside'));
  const blobs = localBlobs(spool, rows, files);
  blobSuite(() => blobs);

  test('a small and a large blob under a prefix are both removed, in every place', async () => {
    await blobs.put('cases/1/small', new Uint8Array(10), 'text/plain');
    await blobs.put('cases/1/large', new Uint8Array(100_000), 'text/plain');
    expect([await rows.get('cases/1/small'), await files.get('cases/1/large')]).not.toContain(undefined);
    await blobs.remove(['cases/1/']);
    expect(await blobs.get('cases/1/small')).toBeUndefined();
    expect(await blobs.get('cases/1/large')).toBeUndefined();
  });

  test('a raw mail goes from its spool, and no other does', async () => {
    const kept: string[] = [];
    for (const text of ['one', 'two']) {
      const mail = spool.receive();
      await mail.write(Buffer.from(text));
      kept.push(await mail.keep());
    }
    const [gone = '', stays = ''] = kept;
    await blobs.remove([gone]);
    expect(await blobs.get(gone)).toBeUndefined();
    expect(Buffer.from((await blobs.get(stays))?.bytes ?? []).toString()).toBe('two');
  });
});
