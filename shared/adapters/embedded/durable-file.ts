import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Force a folder's entries to disk. Windows has no such call and does not need it. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The files hold what people wrote: other users of this computer must not read them. */
const OWNER_ONLY = 0o600;

/** Create a folder and its parents so that they survive a power cut. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** A file's content, whole or in consecutive parts. */
type Bytes = Uint8Array | readonly Uint8Array[];

async function writeBeside(path: string, bytes: Bytes, mode: number): Promise<string> {
  const beside = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.tmp`);
  const create = () => open(beside, 'wx', mode);
  const handle = await create().catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    await makeFolder(dirname(path));
    return create();
  });
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return beside;
}

/**
 * Write a file completely or not at all. When it returns, the bytes survive a power cut, and no reader sees a
 * part of them. Create missing folders.
 */
export async function writeDurably(path: string, bytes: Bytes, mode = OWNER_ONLY): Promise<void> {
  await rename(await writeBeside(path, bytes, mode), path);
  await syncFolder(dirname(path));
}

/** Write a file only once. Return false, without a change, when it exists. */
export async function writeOnce(path: string, bytes: Bytes, mode = OWNER_ONLY): Promise<boolean> {
  const beside = await writeBeside(path, bytes, mode);
  try {
    await link(beside, path);
    await syncFolder(dirname(path));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await unlink(beside);
  }
}
