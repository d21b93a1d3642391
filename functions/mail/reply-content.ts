import type { EventsOf } from '#events/registry.ts';
import { readMessage } from '#shared/application/messages.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { Message } from '#shared/domain/cases/message-schema.ts';
import type { OutgoingFile } from '#shared/ports/mailer.ts';
import type { BlobStore } from '#shared/ports/outside.ts';

interface ContentDeps {
  readonly blobs: BlobStore;
}

type ReplyContent = Pick<Message, 'text'> & Partial<Pick<Message, 'to' | 'cc' | 'attachments'>>;

/** Return the text of an agent; undefined for an outdated resolution of a case that was reopened. */
export async function wordsOf(
  { blobs }: ContentDeps,
  supportCase: Case,
  event: EventsOf<'mail/notify-beneficiary'>,
): Promise<ReplyContent | undefined> {
  if (event.type === 'rida.case.resolved.v1') {
    const outcome =
      event.data.generation === supportCase.generation ? supportCase.resolution?.outcome : undefined;
    return outcome === undefined ? undefined : { text: outcome };
  }
  const id = event.type === 'rida.message.sent.v1' ? event.data.message : '';
  const message = await readMessage(blobs, supportCase.id, id);
  if (!message) throw new Error('the text of a reply is not in the store');
  return message;
}

/**
 * Return the attachments of a reply. @throws when a file is missing, so that the reply is not sent without it
 */
export async function filesOf(
  { blobs }: ContentDeps,
  files: Message['attachments'],
): Promise<readonly OutgoingFile[]> {
  const out: OutgoingFile[] = [];
  for (const { name, type, key } of files) {
    const blob = await blobs.get(key);
    if (!blob) throw new Error('an attachment of a reply is not in the store');
    out.push({ name, type, content: blob.bytes });
  }
  return out;
}
