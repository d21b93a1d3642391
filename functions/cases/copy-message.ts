import { messagesPrefix, saveMessage } from '#shared/application/messages.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import type { BlobStore } from '#shared/ports/outside.ts';

/** Copy a blob and return the key of the copy; return undefined for a missing blob. */
async function copied(blobs: BlobStore, from: string, to: string): Promise<string | undefined> {
  const blob = await blobs.get(from);
  if (!blob) return undefined;
  await blobs.putOnce(to, blob.bytes, blob.contentType);
  return to;
}

/**
 * Copy a message into another case, with its files and raw mail in the folder of that case. Erasing one case
 * therefore does not affect the other. A repeated call writes the same content to the same keys.
 *
 * @param id the id of the message in the other case
 * @param isShut a virus verdict keeps the files of the message shut, and goes with them
 */
export async function copyMessage(
  blobs: BlobStore,
  message: Message,
  { caseId, id, isShut }: { readonly caseId: string; readonly id: string; readonly isShut: boolean },
): Promise<void> {
  const folder = `${messagesPrefix(caseId)}${id}/`;
  const attachments: Message['attachments'] = [];
  for (const [at, file] of message.attachments.entries()) {
    const key = await copied(blobs, file.key, `${folder}${at + 1}`);
    if (key !== undefined) attachments.push({ ...file, key });
  }
  const { rawKey: from, ...content } = message;
  const rawKey = from === undefined ? undefined : await copied(blobs, from, `${folder}raw`);
  await saveMessage(blobs, caseId, {
    ...content,
    id,
    attachments,
    ...(rawKey !== undefined && { rawKey }),
    ...(isShut && { isShut }),
  });
}
