import { type Message, messageSchema } from '#shared/domain/case/message-schema.ts';
import type { BlobStore } from '#shared/ports/outside.ts';

/** Where everything that was said in a case, and came with it, lies. */
export const messagesPrefix = (caseId: string): string => `cases/${caseId}/`;

const keyOf = (caseId: string, messageId: string): string => `${messagesPrefix(caseId)}${messageId}.json`;

/** Keeps a message of a case. Written before the commit that tells of it, so that none is told of in vain. */
export const saveMessage = (blobs: BlobStore, caseId: string, message: Message): Promise<void> =>
  blobs.put(keyOf(caseId, message.id), new TextEncoder().encode(JSON.stringify(message)), 'application/json');

/** A message of a case; undefined when this commit brought none. */
export async function readMessage(
  blobs: BlobStore,
  caseId: string,
  messageId: string,
): Promise<Message | undefined> {
  const blob = await blobs.get(keyOf(caseId, messageId));
  return blob && messageSchema.parse(JSON.parse(new TextDecoder().decode(blob.bytes)));
}
