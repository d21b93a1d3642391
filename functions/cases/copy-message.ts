import { messagesPrefix, saveMessage } from '#shared/application/messages.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import type { BlobStore } from '#shared/ports/outside.ts';

/** The key of a copy of a blob; undefined when there is no such blob. */
async function copied(blobs: BlobStore, from: string, to: string): Promise<string | undefined> {
  const blob = await blobs.get(from);
  if (!blob) return undefined;
  await blobs.putOnce(to, blob.bytes, blob.contentType);
  return to;
}

/**
 * Keeps a message in another case too, with files and raw mail of its own in that case's folder: what is
 * erased of one case takes nothing from the other. Repeating it writes the same under the same keys.
 *
 * @param id what the message is called there
 */
export async function copyMessage(
  blobs: BlobStore,
  message: Message,
  { caseId, id }: { readonly caseId: string; readonly id: string },
): Promise<void> {
  const folder = `${messagesPrefix(caseId)}${id}/`;
  const attachments: Message['attachments'] = [];
  for (const [at, file] of message.attachments.entries()) {
    const key = await copied(blobs, file.key, `${folder}${at + 1}`);
    if (key !== undefined) attachments.push({ ...file, key });
  }
  const { rawKey: from, ...content } = message;
  const rawKey = from === undefined ? undefined : await copied(blobs, from, `${folder}raw`);
  await saveMessage(blobs, caseId, { ...content, id, attachments, ...(rawKey !== undefined && { rawKey }) });
}
