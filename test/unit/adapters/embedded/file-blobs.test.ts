import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileBlobs } from '#shared/adapters/embedded/file-blobs.ts';
import { tempFolder } from './temp-folder.ts';

test('a blob is returned byte for byte with its type, also after a restart', async () => {
  const folder = await tempFolder();
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      await fileBlobs(folder).put('cases/4K7/1.json', bytes, 'application/json; charset=utf-8');
      const blob = await fileBlobs(folder).get('cases/4K7/1.json');
      expect(blob?.contentType).toBe('application/json; charset=utf-8');
      expect(Buffer.from(blob?.bytes ?? [])).toEqual(Buffer.from(bytes));
    }),
    { numRuns: 30 },
  );
});

test('a second write takes the place of the first and leaves nothing beside it', async () => {
  const folder = await tempFolder();
  const blobs = fileBlobs(folder);
  await blobs.put('raw/1', Buffer.from('first'), 'text/plain');
  await blobs.put('raw/1', Buffer.from('second'), 'text/html');
  expect((await blobs.get('raw/1'))?.contentType).toBe('text/html');
  expect(await readdir(join(folder, 'raw'))).toEqual(['1']);
});

test('many at once into a folder that is not there yet all arrive', async () => {
  const blobs = fileBlobs(join(await tempFolder(), 'not', 'yet'));
  const names = Array.from({ length: 40 }, (_, n) => `a/b/${n}`);
  await Promise.all(names.map((name) => blobs.put(name, Buffer.from(name), 'text/plain')));
  const read = await Promise.all(names.map((name) => blobs.get(name)));
  expect(read.map((blob) => Buffer.from(blob?.bytes ?? []).toString())).toEqual(names);
});

test('keys with colons, as Connect names recordings, are listed and read', async () => {
  const folder = await tempFolder();
  const blobs = fileBlobs(folder);
  expect(await fileBlobs(join(folder, 'none')).keys()).toEqual([]);
  const keys = ['calls/2026/a_20260104T07:00_UTC.wav', 'calls/b'];
  for (const key of keys) await blobs.put(key, Buffer.from(key), 'audio/wav');
  expect(await blobs.keys()).toEqual(keys);
  expect(await readdir(join(folder, 'calls/2026'))).toEqual(['a_20260104T07%3A00_UTC.wav']);
  expect(Buffer.from((await blobs.get(keys[0] ?? ''))?.bytes ?? []).toString()).toBe(keys[0]);
  await blobs.remove(['calls/']);
  expect(await blobs.keys()).toEqual([]);
});

test('a missing blob is undefined', async () => {
  expect(await fileBlobs(await tempFolder()).get('raw/none')).toBeUndefined();
});

test.each([
  ...['../secret', 'a/../../secret', '/etc/passwd', 'a//b', '', '.', 'a/.hidden', 'a/', 'C:\\x', 'a\\b'],
  ...['a\u0000b', 'a\nb', 'a\u0085b', 'x%3Ay', 'a/b.', 'a'.repeat(201), `${'abcde/'.repeat(200)}x`],
])('%j is an invalid key for writing and reading', async (key) => {
  const folder = await tempFolder();
  const blobs = fileBlobs(join(folder, 'inner'));
  await expect(blobs.put(key, Buffer.from('x'), 'text/plain')).rejects.toThrow(RangeError);
  await expect(blobs.get(key)).rejects.toThrow(RangeError);
  expect(await readdir(folder)).toEqual([]);
});

test('a type that could end its line is refused', async () => {
  const blobs = fileBlobs(await tempFolder());
  await expect(blobs.put('a', Buffer.from('x'), 'text/plain\nx')).rejects.toThrow(RangeError);
});
