import type { FileBlobs } from '#shared/adapters/embedded/file-blobs.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import { type MailSpool, RAW_MAIL } from '../mail/mail-spool.ts';
import type { RowBlobs } from './row-blobs.ts';

/** The size in bytes up to which a blob is a row: for these, SQLite is faster than files. */
const SMALL = 64 * 1024;

/**
 * The blobs of a centre. Raw mail is in the spool, small blobs such as messages are rows, and large blobs
 * such as attachments are files. An overwritten blob may change its size, so that both places are read.
 */
export const localBlobs = (spool: MailSpool, rows: RowBlobs, files: FileBlobs): BlobStore => ({
  put: (key, bytes, contentType) => (bytes.byteLength <= SMALL ? rows : files).put(key, bytes, contentType),
  async putOnce(key, bytes, contentType) {
    const isSmall = bytes.byteLength <= SMALL;
    // Check the other place too: a blob that is written once must not exist in both.
    if (isSmall ? files.has(key) : rows.size(key) !== undefined) return false;
    return (isSmall ? rows : files).putOnce(key, bytes, contentType);
  },
  get: async (key) =>
    key.startsWith(RAW_MAIL) ? spool.get(key) : ((await rows.get(key)) ?? (await files.get(key))),
  async remove(keys) {
    const raw = keys.filter((key) => key.startsWith(RAW_MAIL));
    const others = keys.filter((key) => !key.startsWith(RAW_MAIL));
    await Promise.all([spool.remove(raw), rows.remove(others), files.remove(others)]);
  },
});
