import type { Message } from '#shared/domain/cases/message-schema.ts';
import { mediaTypeOf } from '#shared/domain/mail/attached-file.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import { safeName } from './http/download.ts';
import type { SentFile } from './http/sent-form.ts';

/** Store files under generated names. The sender's names are only shown and sent. */
export async function keepFiles(
  blobs: BlobStore,
  folder: string,
  files: readonly SentFile[],
): Promise<Message['attachments']> {
  const kept: Message['attachments'] = [];
  for (const [at, { name, bytes }] of files.entries()) {
    const key = `${folder}${at + 1}`;
    // A browser must never treat a file of a sender as a page of this site.
    await blobs.putOnce(key, bytes, 'application/octet-stream');
    kept.push({ name: safeName(name), type: mediaTypeOf(name, bytes), size: bytes.length, key });
  }
  return kept;
}
