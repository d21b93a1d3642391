import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeDurably } from '#shared/adapters/embedded/durable-file.ts';
import { unlessMissing } from '#shared/adapters/embedded/missing-file.ts';
import type { Blob } from '#shared/ports/outside.ts';
import type { RowBlobs } from '../storage/row-blobs.ts';
import type { InboxTable } from './inbox-table.ts';

/** The prefix of the key of every raw mail. */
export const RAW_MAIL = 'mail/';
const BEING_WRITTEN = '.part';
const TYPE = 'message/rfc822';
/** The size in bytes up to which a mail is buffered in memory and stored as a row. Most mails are smaller. */
const SMALL = 64 * 1024;
/** The names that this spool draws (UUIDs), and those of SES in mails of a deployment. */
const NAME = /^[\da-z-]{16,64}$/u;

/** Whether a file of the spool is a complete mail. */
export const isMailName = (name: string): boolean => NAME.test(name);

/** A mail that is being received. */
interface IncomingMail {
  write(chunk: Uint8Array): Promise<void>;
  /** Store the mail and return its key when bytes and name are synced to disk. */
  keep(): Promise<string>;
  /** Discard the mail. It may be called after a failed `keep`. */
  drop(): Promise<void>;
}

/**
 * Raw mail. A small mail is a row, synced to disk with the next shared commit. A large mail is a file that is
 * written while it is received, so that it is never in memory as a whole.
 */
export interface MailSpool {
  receive(): IncomingMail;
  /**
   * Store a processed mail of another centre under its key.
   * @throws RangeError when this is not the key of a mail
   */
  restore(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Blob | undefined>;
  /** Return the size of a mail in bytes, or 0 for a missing mail. */
  size(key: string): Promise<number>;
  /** Delete mails permanently. */
  remove(keys: readonly string[]): Promise<void>;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/** Combine sync calls: each caller gets the result of a sync that started after the call. */
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

interface LargeMail extends Pick<IncomingMail, 'write' | 'drop'> {
  keep(): Promise<void>;
}

/** Open a temporary file for a large mail. The file gets its final name when it is complete. */
async function largeMail(path: string, syncNames: () => Promise<void>): Promise<LargeMail> {
  const part = path + BEING_WRITTEN;
  const handle = await open(part, 'wx', 0o640);
  return {
    async write(chunk) {
      await handle.writeFile(chunk);
    },
    async keep() {
      await handle.datasync();
      await handle.close();
      await rename(part, path);
      await syncNames();
    },
    async drop() {
      await handle.close().catch(() => {});
      await rm(part, { force: true });
    },
  };
}

/** Open the folder of raw mail, and delete incomplete files of the previous process. */
export async function openMailSpool(
  folder: string,
  rows: RowBlobs,
  inbox: Pick<InboxTable, 'arrived'>,
): Promise<MailSpool> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const name of await readdir(folder)) {
    if (name.endsWith(BEING_WRITTEN)) await rm(join(folder, name));
  }
  const syncNames = sharedSync(() => syncFolder(folder));

  const pathOf = (key: string): string | undefined => {
    const name = key.slice(RAW_MAIL.length);
    return key.startsWith(RAW_MAIL) && isMailName(name) ? join(folder, name) : undefined;
  };

  return {
    receive() {
      const name = randomUUID();
      const key = RAW_MAIL + name;
      let held: Uint8Array[] = [];
      let bytes = 0;
      let large: LargeMail | undefined;
      return {
        async write(chunk) {
          bytes += chunk.byteLength;
          held.push(chunk);
          if (bytes <= SMALL) return;
          large ??= await largeMail(join(folder, name), syncNames);
          for (const part of held.splice(0)) await large.write(part);
        },
        async keep() {
          if (large) await large.keep();
          // One sync writes both to disk.
          const row = large === undefined && rows.put(key, Buffer.concat(held), TYPE);
          await Promise.all([row, inbox.arrived(key)]);
          return key;
        },
        async drop() {
          held = [];
          await large?.drop();
        },
      };
    },
    async restore(key, bytes) {
      const path = pathOf(key);
      if (path === undefined) throw new RangeError(`${key}: not the key of a mail`);
      if (bytes.byteLength <= SMALL) await rows.put(key, bytes, TYPE);
      else await writeDurably(path, bytes);
    },
    async get(key) {
      const path = pathOf(key);
      if (path === undefined) return undefined;
      const row = await rows.get(key);
      if (row) return row;
      const bytes = await unlessMissing(readFile(path));
      return bytes && { bytes, contentType: TYPE };
    },
    async size(key) {
      const path = pathOf(key);
      if (path === undefined) return 0;
      return rows.size(key) ?? (await unlessMissing(stat(path)))?.size ?? 0;
    },
    async remove(keys) {
      await rows.remove(keys);
      const paths = keys.flatMap((key) => pathOf(key) ?? []);
      for (const path of paths) await rm(path, { force: true });
      if (paths.length > 0) await syncNames();
    },
  };
}
