import { type Message, messageSchema } from '#shared/domain/cases/message-schema.ts';
import type { BlobStore } from '#shared/ports/outside.ts';

/** Return the key prefix of all messages and attachments of a case. */
export const messagesPrefix = (caseId: string): string => `cases/${caseId}/`;

const keyOf = (caseId: string, messageId: string): string => `${messagesPrefix(caseId)}${messageId}.json`;

/**
 * Store a message of a case once. A stored message is evidence and is never overwritten. Call it before the
 * commit that refers to the message, so that no reference is broken.
 */
export async function saveMessage(blobs: BlobStore, caseId: string, message: Message): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(message));
  await blobs.putOnce(keyOf(caseId, message.id), bytes, 'application/json');
}

/** Read a message of a case. Return undefined when the commit has no message. */
export async function readMessage(
  blobs: Pick<BlobStore, 'get'>,
  caseId: string,
  messageId: string,
): Promise<Message | undefined> {
  const blob = await blobs.get(keyOf(caseId, messageId));
  return blob && messageSchema.parse(JSON.parse(new TextDecoder().decode(blob.bytes)));
}

/** Delete one message of a case permanently, with its attachments and its raw mail. */
export const removeMessage = (
  blobs: BlobStore,
  caseId: string,
  { id, attachments, rawKey }: Message,
): Promise<void> =>
  blobs.remove([
    ...attachments.map(({ key }) => key),
    ...(rawKey === undefined ? [] : [rawKey]),
    // Delete the message itself last: it lists the other keys, so a retry still finds them.
    keyOf(caseId, id),
  ]);
