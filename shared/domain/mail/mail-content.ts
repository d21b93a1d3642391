import type { MailEnvelope } from './automatic.ts';
import { newPart } from './new-part.ts';
import type { ParsedMail } from './parsed-mail.ts';
import { contextOf } from './reply-context.ts';

type MailContent = Pick<
  MailEnvelope,
  'from' | 'subject' | 'messageId' | 'text' | 'report' | 'calendarMethod'
>;

/** Return the facts of the mail itself that `automaticKind` needs besides headers and envelope. */
export function mailContent(mail: ParsedMail): MailContent {
  return {
    from: mail.from?.address ?? null,
    subject: mail.subject,
    messageId: mail.messageId,
    text: newPart(mail.text, contextOf(mail)),
    ...(mail.report && { report: mail.report }),
    ...(mail.calendarMethod !== undefined && { calendarMethod: mail.calendarMethod }),
  };
}
