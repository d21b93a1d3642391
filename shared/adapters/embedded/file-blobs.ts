import { existsSync } from 'node:fs';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import type { BlobStore } from '#shared/ports/outside.ts';
import { syncFolder, writeDurably, writeOnce } from './durable-file.ts';
import { unlessMissing } from './missing-file.ts';

const LONGEST_TYPE = 255;

/** Connect names recordings with colons, which file names may not contain. */
const COLON = '%3A';

/**
 * Split a key into safe path parts. Reject `..`, hidden or empty names, and characters with a special meaning
 * for a file system.
 */
function partsOf(key: string): string[] {
  const parts = key.split('/');
  const unsafe = parts.some(
    (part) => part === '' || part.startsWith('.') || part.endsWith('.') || Buffer.byteLength(part) > 200,
  );
  if (unsafe || key.includes(COLON) || /[\p{Cc}\\*?"<>|]/u.test(key) || Buffer.byteLength(key) > 1024)
    throw new RangeError('this key is not a safe path');
  return parts.map((part) => part.replaceAll(':', COLON));
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
  /** Return the keys of all blobs. */
  keys(): Promise<readonly string[]>;
}

/**
 * Blobs as files under a folder. Acknowledged writes and removals survive a power cut.
 * @throws RangeError for a key that is not a safe path: `..`, absolute, control characters
 */
export const fileBlobs = (folder: string): FileBlobs => ({
  has: (key) => existsSync(join(folder, ...partsOf(key))),
  async keys() {
    const entries = await unlessMissing(readdir(folder, { recursive: true, withFileTypes: true }));
    // A hidden file is being written.
    return (entries ?? [])
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
      .map((path) => path.split(sep).join('/').replaceAll(COLON, ':'))
      .sort();
  },
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
