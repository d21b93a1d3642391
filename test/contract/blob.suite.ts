import { expect, test } from 'vitest';
import type { BlobStore } from '#shared/ports/outside.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The contract of every blob store. The keys of the tests are distinct. */
export function blobSuite(open: () => BlobStore): void {
  const put = (...keys: string[]) =>
    Promise.all(keys.map((key) => open().put(key, bytesOf(key), 'text/plain')));
  const left = async (...keys: string[]): Promise<string[]> => {
    const blobs = await Promise.all(keys.map((key) => open().get(key)));
    return keys.filter((_, at) => blobs[at] !== undefined);
  };

  test('a blob is read back with its type, and written over', async () => {
    await put('back/one');
    await open().put('back/one', bytesOf('نص'), 'text/plain; charset=utf-8');
    const blob = await open().get('back/one');
    expect(blob?.contentType).toBe('text/plain; charset=utf-8');
    expect(new TextDecoder().decode(blob?.bytes)).toBe('نص');
    expect(await open().get('back/two')).toBeUndefined();
  });

  test('a blob that is written once keeps its first content for every writer, until it is removed', async () => {
    const once = (text: string) => open().putOnce('once/one', bytesOf(text), 'text/plain');
    const won = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(once));
    expect(won.filter(Boolean)).toHaveLength(1);
    const first = await open().get('once/one');
    expect(await once('f')).toBe(false);
    // A larger blob under the same key, in another place of the store, is not replaced.
    expect(await once('g'.repeat(100_000))).toBe(false);
    expect(await open().get('once/one')).toEqual(first);
    await open().remove(['once/']);
    expect(await once('h')).toBe(true);
    expect(new TextDecoder().decode((await open().get('once/one'))?.bytes)).toBe('h');
  });

  test('a removed key is gone, and nothing that only begins like it', async () => {
    const keys = ['gone/one', 'gone/one.txt', 'gone/one-more/a', 'gone/two'];
    await put(...keys);
    await open().remove(['gone/one', 'gone/never-was']);
    expect(await left(...keys)).toEqual(keys.slice(1));
    await open().remove(['gone/one', 'gone/two']);
    expect(await left(...keys)).toEqual(['gone/one.txt', 'gone/one-more/a']);
  });

  test('a key that is the beginning of others is not all of them', async () => {
    await put('tree/branch/leaf');
    await open().remove(['tree/branch', 'tree']);
    expect(await left('tree/branch/leaf')).toEqual(['tree/branch/leaf']);
  });

  test('a prefix takes everything under it, however deep, and nothing beside it', async () => {
    const under = ['all/4K7/1.json', 'all/4K7/files/deep/2', 'all/4K7/نص.txt'];
    const beside = ['all/4K70/1.json', 'all/4K/1.json', 'all/4K7-x'];
    await put(...under, ...beside);
    await open().remove(['all/4K7/']);
    expect(await left(...under, ...beside)).toEqual(beside);
    await open().remove(['all/4K7/', 'all/4K/', 'all/4K70/1.json']);
    expect(await left(...under, ...beside)).toEqual(['all/4K7-x']);
  });

  test('nothing to remove is nothing removed', async () => {
    await put('kept/one');
    await open().remove([]);
    expect(await left('kept/one')).toEqual(['kept/one']);
  });

  test('a removed key may be written again', async () => {
    await put('again/one');
    await open().remove(['again/']);
    await put('again/one');
    expect(await left('again/one')).toEqual(['again/one']);
  });
}
