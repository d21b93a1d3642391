import type { BlobStore } from '#shared/ports/outside.ts';
import { type MailSpool, RAW_MAIL } from './mail-spool.ts';

/** The blobs of the centre: raw mail from its spool, everything else from where it is put. */
export const withSpool = (spool: MailSpool, others: BlobStore): BlobStore => ({
  put: (key, bytes, contentType) => others.put(key, bytes, contentType),
  get: (key) => (key.startsWith(RAW_MAIL) ? spool.get(key) : others.get(key)),
});
