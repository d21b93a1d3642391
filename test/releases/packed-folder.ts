import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import * as z from 'zod';

const OWNER_ONLY = 0o600;
/** The largest window: pages of the database repeat each other far apart. */
const SMALLEST = { params: { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS } };

/** The first line of a packed folder: the path and the size in bytes of each file. Their bytes follow. */
const headSchema = z.array(z.tuple([z.string(), z.int().nonnegative()]));

/** Write the files of a folder to one compressed file. Leave out those that a start makes again. */
export function packFolder(folder: string, target: string): void {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'lock')
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();
  const files = paths.map((path) => readFileSync(join(folder, path)));
  const head = paths.map((path, at) => [path, files[at]?.length]);
  const packed = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...files]);
  writeFileSync(target, brotliCompressSync(packed, SMALLEST));
}

/** Write the files of a packed folder to an empty folder. */
export function unpackFolder(source: string, folder: string): void {
  const packed = brotliDecompressSync(readFileSync(source));
  const end = packed.indexOf('\n');
  let from = end + 1;
  for (const [path, size] of headSchema.parse(JSON.parse(packed.toString('utf8', 0, end)))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), packed.subarray(from, from + size), { mode: OWNER_ONLY });
    from += size;
  }
  for (const name of ['mail', 'blobs']) mkdirSync(join(folder, name), { recursive: true });
}
