import { chmod, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileKey } from '#shared/adapters/embedded/file-key.ts';
import { tempFolder } from './temp-folder.ts';

test('a key is made once, for its owner only', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'keys', 'key');
  const key = await fileKey(path)();
  expect(key.byteLength).toBe(32);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(Buffer.from(await fileKey(path)())).toEqual(Buffer.from(key));
  expect(await readdir(join(folder, 'keys'))).toEqual(['key']);
});

test('two that come first at once agree on one key', async () => {
  const path = join(await tempFolder(), 'key');
  const made = await Promise.all(Array.from({ length: 8 }, () => fileKey(path)()));
  expect(new Set(made.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
});

test('no two places have the same key', async () => {
  const [one, other] = [
    await fileKey(join(await tempFolder(), 'k'))(),
    await fileKey(join(await tempFolder(), 'k'))(),
  ];
  expect(Buffer.from(one)).not.toEqual(Buffer.from(other));
});

test('a key that others can read is refused', async () => {
  const path = join(await tempFolder(), 'key');
  await fileKey(path)();
  await chmod(path, 0o644);
  await expect(fileKey(path)()).rejects.toMatchObject({ code: 'key-file-exposed' });
});
