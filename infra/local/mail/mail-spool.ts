import { randomUUID } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from '#shared/adapters/embedded/missing-file.ts';
import type { Blob } from '#shared/ports/outside.ts';

/** Every raw mail's key begins with this. */
export const RAW_MAIL = 'mail/';
const BEING_WRITTEN = '.part';
const NAME = /^[\da-f-]{36}$/u;

/** A mail on its way to the disk. */
export interface IncomingMail {
  write(chunk: Uint8Array): Promise<void>;
  /** Its key, once its bytes and its name survive a power cut. */
  keep(): Promise<string>;
  /** Forgets it; also after a failed `keep`. */
  drop(): Promise<void>;
}

/** Raw mail as files, written while it arrives so that a large one never lies in memory whole. */
export interface MailSpool {
  receive(): Promise<IncomingMail>;
  get(key: string): Promise<Blob | undefined>;
  /** Bytes of a mail; 0 for one that is not there. */
  size(key: string): Promise<number>;
  /** Takes mails away for good. */
  remove(keys: readonly string[]): Promise<void>;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/**
 * Runs a sync for all who ask while the last one runs: whoever asks is answered by a sync that began
 * after they asked.
 */
function sharedSync(sync: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;
  return () => {
    next ??= running.then(() => {
      next = undefined;
      running = sync();
      return running;
    });
    return next;
  };
}

/** Opens the folder of raw mail and clears away what a stopped process had not finished writing. */
export async function openMailSpool(folder: string): Promise<MailSpool> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) {
    if (name.endsWith(BEING_WRITTEN)) await rm(join(folder, name));
  }
  const syncNames = sharedSync(() => syncFolder(folder));

  const pathOf = (key: string): string | undefined => {
    const name = key.slice(RAW_MAIL.length);
    return key.startsWith(RAW_MAIL) && NAME.test(name) ? join(folder, name) : undefined;
  };

  const incoming = (handle: FileHandle, part: string, name: string): IncomingMail => ({
    async write(chunk) {
      await handle.writeFile(chunk);
    },
    async keep() {
      await handle.datasync();
      await handle.close();
      await rename(part, join(folder, name));
      await syncNames();
      return RAW_MAIL + name;
    },
    async drop() {
      await handle.close().catch(() => {});
      await rm(part, { force: true });
    },
  });

  return {
    async receive() {
      const name = randomUUID();
      const part = join(folder, name + BEING_WRITTEN);
      return incoming(await open(part, 'wx', 0o640), part, name);
    },
    async get(key) {
      const path = pathOf(key);
      const bytes = path && (await unlessMissing(readFile(path)));
      return bytes ? { bytes, contentType: 'message/rfc822' } : undefined;
    },
    async size(key) {
      const path = pathOf(key);
      return (path && (await unlessMissing(stat(path)))?.size) || 0;
    },
    async remove(keys) {
      for (const path of keys.map(pathOf)) if (path) await rm(path, { force: true });
    },
  };
}
