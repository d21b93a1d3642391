import type { MailEnvelope } from './automatic.ts';
import type { ParsedMail } from './parsed-mail.ts';
import { newPartOf } from './part-of-mail.ts';

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
    text: newPartOf(mail),
    ...(mail.report && { report: mail.report }),
    ...(mail.calendarMethod !== undefined && { calendarMethod: mail.calendarMethod }),
  };
}
