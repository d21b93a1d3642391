import type { Message } from '#shared/domain/cases/message-schema.ts';
import { unnamedReason } from '#shared/domain/mail/mail-report.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { shownPartOf } from '#shared/domain/mail/part-of-mail.ts';
import type { MailReader } from '#shared/ports/mail-reader.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import { readingStep } from './limited-reading.ts';
import type { ReceivedMail } from './received-mail.ts';

/** Store the attachments of a mail under generated keys. File names of the sender are only displayed. */
async function keepFiles(
  blobs: BlobStore,
  caseId: string,
  id: string,
  { attachments }: ParsedMail,
): Promise<Message['attachments']> {
  const kept: Message['attachments'] = [];
  for (const [at, { name, type, size, content }] of attachments.entries()) {
    const key = `cases/${caseId}/${id}/${at + 1}`;
    // A browser must never render a file of a sender as a page of Rida.
    await blobs.putOnce(key, content, 'application/octet-stream');
    kept.push({ name, type, size, key });
  }
  return kept;
}

interface KeptMarks {
  readonly reasons: readonly string[];
  readonly automatic?: string;
  readonly thanks?: true;
}

/** Store the attachments of a mail, and return its message for the case. */
export async function keptMessage(
  { blobs, cleanHtml }: { readonly blobs: BlobStore } & Pick<MailReader, 'cleanHtml'>,
  caseId: string,
  id: string,
  received: ReceivedMail,
  mail: ParsedMail,
  { reasons, automatic, thanks }: KeptMarks,
): Promise<Message> {
  const { text, html } = readingStep(mail, () => ({
    text: shownPartOf(mail),
    html: mail.html === null ? undefined : cleanHtml(mail.html, mail.language),
  }));
  const unnamed = unnamedReason(mail.report);
  const [asked, ...others] = [...(mail.replyTo ? [mail.replyTo] : []), ...(mail.otherReplyTo ?? [])]
    .map(({ address }) => address)
    .filter((address) => address !== mail.from?.address);
  return {
    id,
    direction: 'in',
    channel: 'mail',
    at: received.receivedAt,
    ...(mail.from && { from: { ...mail.from } }),
    to: mail.to.map(({ address }) => address),
    ...(mail.cc.length > 0 && { cc: mail.cc.map(({ address }) => address) }),
    ...(asked !== undefined && { replyTo: asked }),
    ...(others.length > 0 && { otherReplyTo: others }),
    subject: mail.subject,
    text,
    ...(text !== mail.text.trim() && { fullText: mail.text }),
    ...(html !== undefined && { html }),
    attachments: await keepFiles(blobs, caseId, id, mail),
    rawKey: received.rawKey,
    ...(mail.messageId !== null && { messageId: mail.messageId }),
    references: [...mail.references],
    reasons: [
      ...new Set([
        ...reasons,
        ...(unnamed === undefined ? [] : [unnamed]),
        ...mail.defects,
        ...(received.swept ? ['found-by-sweep'] : []),
      ]),
    ],
    ...(automatic !== undefined && { automatic }),
    ...(thanks && { thanks }),
  };
}
