import { readCalendar } from '#shared/domain/mail/calendar-note.ts';
import { isCoverNote } from '#shared/domain/mail/cover-note.ts';
import type { MailAttachment, ParsedMail, Unreadable } from '#shared/domain/mail/parsed-mail.ts';

const shown = ({ from, subject, text }: ParsedMail): string => {
  const author = from ? `From: ${from.name} <${from.address}>\n` : '';
  return `---------- Forwarded message ----------\n${author}Subject: ${subject}\n\n${text}`;
};

/**
 * Return the text of a mail that only encloses another: an attached mail (forwarded "as attachment"), or an
 * invitation. Other mails keep their text.
 * @param read parses an attached mail
 */
export async function withEnclosedText(
  text: string,
  attachments: readonly MailAttachment[],
  read: (raw: Uint8Array) => Promise<ParsedMail | Unreadable>,
): Promise<string> {
  if (!isCoverNote(text.trim())) return text;
  const message = attachments.find(({ type }) => type === 'message/rfc822' || type === 'message/global');
  const inner = message && (await read(message.content));
  if (inner?.kind === 'parsed') return `${text.trim()}\n\n${shown(inner)}`.trim();
  const invitation = attachments.find(({ type }) => type === 'text/calendar');
  if (text.trim() !== '' || !invitation) return text;
  return readCalendar(new TextDecoder().decode(invitation.content)).text;
}
