import type { MailInbox } from '#shared/ports/mail-inbox.ts';
import type { BlobStore } from '#shared/ports/outside.ts';

/** An inbox over the raw mails of a blob store. Only mails that a test names are waiting. */
export const memoryInbox = (
  blobs: BlobStore,
  taken: string[] = [],
  kept: string[] = [],
): Pick<MailInbox, 'read' | 'done' | 'keep'> => ({
  async read(rawKey) {
    const found = await blobs.get(rawKey);
    return found && { key: rawKey, bytes: found.bytes };
  },
  async done(rawKey) {
    taken.push(rawKey);
  },
  async keep({ rawKey }) {
    kept.push(rawKey);
  },
});
