import { isDeliverySubject } from '#shared/domain/mail/automatic-words.ts';
import { readBounceText } from '#shared/domain/mail/bounce-text.ts';
import { decodeText } from '#shared/domain/mail/charset.ts';
import {
  type MailReport,
  messageIdIn,
  originalFields,
  readReportFields,
} from '#shared/domain/mail/mail-report.ts';
import type { MailAttachment } from '#shared/domain/mail/parsed-mail.ts';

const KINDS: readonly (readonly [RegExp, MailReport['kind']])[] = [
  [/^message\/(?:global-)?delivery-status$/, 'delivery'],
  [/^message\/(?:global-)?disposition-notification$/, 'disposition'],
  [/^message\/feedback-report$/, 'abuse'],
];
const RETURNED = /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/(?:rfc822|global)-headers)$/;
const MACHINE = /mailer-daemon|postmaster|mail delivery (?:sub)?system/i;
const LONGEST = 200_000;

const textOf = (content: Uint8Array): string => decodeText(content.subarray(0, LONGEST), null);

interface ReportMail {
  readonly text: string;
  readonly subject: string;
  /** The raw From header. */
  readonly author: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Return the report of a mail from its machine-readable part, otherwise from its text. Return null for other
 * mail.
 */
export function reportOf(
  attachments: readonly MailAttachment[],
  { text, subject, author, headers }: ReportMail,
): MailReport | null {
  const returned = attachments.find(({ type }) => RETURNED.test(type));
  const returnedText = returned ? textOf(returned.content) : '';
  const originalMessageId = messageIdIn(returnedText);
  const original = originalFields(returnedText);
  for (const [pattern, kind] of KINDS) {
    const part = attachments.find(({ type }) => pattern.test(type));
    if (part) return { ...readReportFields(textOf(part.content), kind, originalMessageId), original };
  }
  const failed = headers['x-failed-recipients']?.split(/[\s,]+/).filter((one) => one.includes('@')) ?? [];
  const isBounce = MACHINE.test(author) || headers['return-path']?.trim() === '<>';
  if (failed.length === 0 && !(isBounce && isDeliverySubject(subject))) return null;
  const report = readBounceText(text, subject, failed);
  return {
    ...report,
    originalMessageId: originalMessageId ?? report.originalMessageId,
    original: [...original, ...originalFields(text)],
  };
}
