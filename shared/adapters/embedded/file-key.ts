import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { KeySource } from '../crypto/hmac-keys.ts';
import { writeOnce } from './durable-file.ts';
import { unlessMissing } from './missing-file.ts';

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;

/** Other users of this computer can read the key. */
export class KeyExposed extends Error {
  override readonly name = 'KeyExposed';
  readonly code = 'key-file-exposed';
}

async function read(path: string): Promise<Uint8Array | undefined> {
  const key = await unlessMissing(readFile(path));
  if (key === undefined || process.platform === 'win32') return key;
  if (((await stat(path)).mode & 0o077) !== 0)
    throw new KeyExposed('the key file must be readable by its owner only (chmod 600)');
  return key;
}

/**
 * Load a key from a file that only its owner may read. Create it at random the first time. Losing it
 * invalidates every sent link and every beneficiary's id, so back it up.
 */
export const fileKey =
  (path: string): KeySource =>
  async () => {
    const kept = await read(path);
    if (kept !== undefined) return kept;
    const fresh = randomBytes(KEY_BYTES);
    // Another process may have created the file first: use its key.
    return (await writeOnce(path, fresh, OWNER_ONLY)) ? fresh : ((await read(path)) ?? fresh);
  };
