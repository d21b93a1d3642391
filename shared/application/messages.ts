import { type Message, messageSchema } from '#shared/domain/cases/message-schema.ts';
import type { BlobStore } from '#shared/ports/outside.ts';

/** Where everything that was said in a case, and came with it, lies. */
export const messagesPrefix = (caseId: string): string => `cases/${caseId}/`;

const keyOf = (caseId: string, messageId: string): string => `${messagesPrefix(caseId)}${messageId}.json`;

/**
 * Stores a message of a case, once: a message that is stored is evidence and never written over. Call it before
 * the commit that tells of the message, so that none is told of in vain.
 */
export async function saveMessage(blobs: BlobStore, caseId: string, message: Message): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(message));
  await blobs.putOnce(keyOf(caseId, message.id), bytes, 'application/json');
}

/** A message of a case; undefined when this commit brought none. */
export async function readMessage(
  blobs: BlobStore,
  caseId: string,
  messageId: string,
): Promise<Message | undefined> {
  const blob = await blobs.get(keyOf(caseId, messageId));
  return blob && messageSchema.parse(JSON.parse(new TextDecoder().decode(blob.bytes)));
}

/** Takes one message of a case away for good, with what came with it and the mail it arrived as. */
export const removeMessage = (
  blobs: BlobStore,
  caseId: string,
  { id, attachments, rawKey }: Message,
): Promise<void> =>
  blobs.remove([
    ...attachments.map(({ key }) => key),
    ...(rawKey === undefined ? [] : [rawKey]),
    // Itself last: it says what there is.
    keyOf(caseId, id),
  ]);
