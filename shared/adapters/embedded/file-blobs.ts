import { existsSync } from 'node:fs';
import { readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BlobStore } from '#shared/ports/outside.ts';
import { syncFolder, writeDurably, writeOnce } from './durable-file.ts';
import { unlessMissing } from './missing-file.ts';

const LONGEST_TYPE = 255;

/**
 * Split a key into safe path parts. Reject `..`, hidden or empty names, and characters with a special meaning
 * for a file system.
 */
function partsOf(key: string): string[] {
  const parts = key.split('/');
  const unsafe = parts.some(
    (part) => part === '' || part.startsWith('.') || part.endsWith('.') || Buffer.byteLength(part) > 200,
  );
  if (unsafe || /[\p{Cc}\\:*?"<>|]/u.test(key) || Buffer.byteLength(key) > 1024)
    throw new RangeError('this key is not a safe path');
  return parts;
}

/**
 * One file holds the content type (one line) and the content, so that both always belong to the same write.
 */
const pack = (bytes: Uint8Array, contentType: string): readonly Uint8Array[] => {
  if (/[\r\n]/u.test(contentType) || contentType.length > LONGEST_TYPE)
    throw new RangeError('this is not a content type');
  return [Buffer.from(`${contentType}\n`), bytes];
};

export interface FileBlobs extends BlobStore {
  /** Return true when a blob exists, without opening it. */
  has(key: string): boolean;
}

/**
 * Blobs as files under a folder. Acknowledged writes and removals survive a power cut.
 * @throws RangeError for a key that is not a safe path: `..`, absolute, control characters
 */
export const fileBlobs = (folder: string): FileBlobs => ({
  has: (key) => existsSync(join(folder, ...partsOf(key))),
  async put(key, bytes, contentType) {
    await writeDurably(join(folder, ...partsOf(key)), pack(bytes, contentType));
  },
  putOnce: async (key, bytes, contentType) =>
    writeOnce(join(folder, ...partsOf(key)), pack(bytes, contentType)),
  async get(key) {
    const file = await unlessMissing(readFile(join(folder, ...partsOf(key))));
    if (file === undefined) return undefined;
    const end = file.indexOf('\n');
    return { contentType: file.toString('utf8', 0, end), bytes: file.subarray(end + 1) };
  },
  async remove(keys) {
    for (const key of keys) {
      const whole = key.endsWith('/');
      const path = join(folder, ...partsOf(whole ? key.slice(0, -1) : key));
      const found = await unlessMissing(stat(path));
      if (found?.isDirectory() !== whole) continue;
      await rm(path, { recursive: whole, force: true });
      await syncFolder(dirname(path));
    }
  },
});
