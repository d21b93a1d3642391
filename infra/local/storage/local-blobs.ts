import type { BlobStore } from '#shared/ports/outside.ts';
import { type MailSpool, RAW_MAIL } from '../mail/mail-spool.ts';

/** Bytes up to which a blob is a row: SQLite reads and writes such faster than a file system. */
const SMALL = 64 * 1024;

/**
 * The blobs of a centre: raw mail in its spool, small ones such as messages as rows, large ones such as
 * attachments as files. A blob that is written again may change its size, so both places are looked at.
 */
export const localBlobs = (spool: MailSpool, rows: BlobStore, files: BlobStore): BlobStore => ({
  put: (key, bytes, contentType) => (bytes.byteLength <= SMALL ? rows : files).put(key, bytes, contentType),
  async putOnce(key, bytes, contentType) {
    const [own, other] = bytes.byteLength <= SMALL ? [rows, files] : [files, rows];
    // The other place is looked at, too: what is written once may not stand in both.
    if (await other.get(key)) return false;
    return own.putOnce(key, bytes, contentType);
  },
  get: async (key) =>
    key.startsWith(RAW_MAIL) ? spool.get(key) : ((await rows.get(key)) ?? (await files.get(key))),
  async remove(keys) {
    const raw = keys.filter((key) => key.startsWith(RAW_MAIL));
    const others = keys.filter((key) => !key.startsWith(RAW_MAIL));
    await Promise.all([spool.remove(raw), rows.remove(others), files.remove(others)]);
  },
});
