import { isAbuseComplaint } from '#shared/domain/mail/abuse-complaint.ts';
import { addressKey } from '#shared/domain/mail/address-key.ts';
import { hasNullReturnPath, isBounce, isServer } from '#shared/domain/mail/bounce.ts';
import { onlyReceiver, readBounceText } from '#shared/domain/mail/bounce-text.ts';
import { isDeliverySubject, isReturnedMarker } from '#shared/domain/mail/bounce-words.ts';
import { decodeText } from '#shared/domain/mail/charset.ts';
import {
  complained,
  type MailReport,
  messageIdIn,
  originalFields,
  readReportFields,
} from '#shared/domain/mail/mail-report.ts';
import type { MailAttachment } from '#shared/domain/mail/parsed-mail.ts';
import { readProviderNotice } from '#shared/domain/mail/provider-notice.ts';

const KINDS: readonly (readonly [RegExp, MailReport['kind']])[] = [
  [/^message\/(?:global-)?x?delivery-status$/, 'delivery'],
  [/^message\/(?:global-)?disposition-notification$/, 'disposition'],
  [/^message\/feedback-report$/, 'abuse'],
];
const RETURNED = /^(?:message\/(?:rfc822|global)|text\/rfc822-headers|message\/(?:rfc822|global)-headers)$/;
const LONGEST = 200_000;
const MOST_LINES = 400;

const textOf = (content: Uint8Array): string => decodeText(content.subarray(0, LONGEST), null);

interface ReportMail {
  readonly text: string;
  readonly subject: string;
  /** The raw From header. */
  readonly author: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the subject or the headers mark a reply or a forward. */
  readonly answers: boolean;
  /** Addresses of the author and of the receivers. */
  readonly others: readonly string[];
}

/**
 * Return true when a person passes a report on: a forward encloses its parts. Servers send them in a
 * multipart/report, or under their own name. The subject of a complaint is that of the mail, forward mark included.
 */
function isPassedOn({ author, headers, subject, answers }: ReportMail): boolean {
  if (isServer(author) || hasNullReturnPath(headers)) return false;
  const type = headers['content-type'] ?? '';
  if (!/^multipart\/report\b/i.test(type)) return answers || !isDeliverySubject(subject);
  return answers && /\breport-type\s*=\s*"?delivery-status/i.test(type);
}

/** Read the machine-readable part of a report. */
function reportPart(
  attachments: readonly MailAttachment[],
  originalMessageId: string | null,
): MailReport | null {
  for (const [pattern, kind] of KINDS) {
    const part = attachments.find(({ type }) => pattern.test(type));
    if (part) return readReportFields(textOf(part.content), kind, originalMessageId);
  }
  return null;
}

/**
 * Return the report of a mail from its machine-readable part, otherwise from its text. Return null for other
 * mail.
 */
export function reportOf(attachments: readonly MailAttachment[], mail: ReportMail): MailReport | null {
  const { text, subject, headers } = mail;
  const notice = readProviderNotice(text);
  if (notice) return notice;
  const returned = attachments.find(({ type }) => RETURNED.test(type));
  const returnedText = returned ? textOf(returned.content) : '';
  const originalMessageId = messageIdIn(returnedText);
  const original = originalFields(returnedText);
  const part = isPassedOn(mail) ? null : reportPart(attachments, originalMessageId);
  const complaint = isAbuseComplaint({ ...mail, returnsMail: returned !== undefined })
    ? ({ kind: 'abuse', recipients: [], originalMessageId, disposition: 'abuse' } as const)
    : part?.kind === 'abuse' && part;
  if (complaint) {
    const receiver = onlyReceiver(returnedText, new Set(mail.others.map(addressKey)));
    const named = complaint.recipients.length > 0 || receiver === undefined;
    return { ...complaint, original, ...(!named && { recipients: [complained(receiver)] }) };
  }
  if (part && (part.kind === 'disposition' || part.recipients.length > 0)) return { ...part, original };
  const returnsMail =
    returned !== undefined || text.split('\n', MOST_LINES).some((line) => isReturnedMarker(line));
  if (part === null && !isBounce({ ...mail, returnsMail })) return null;
  const failed = headers['x-failed-recipients']?.split(/[\s,]+/).filter((one) => one.includes('@')) ?? [];
  // A gateway may wrap the report of another server.
  const wrapped = /^final-recipient[ \t]*:/im.test(returnedText) ? `${text}\n\n${returnedText}` : text;
  const facts = { subject, failed, others: mail.others, returned: returnedText };
  const report = readBounceText(wrapped, facts);
  return {
    ...report,
    originalMessageId: originalMessageId ?? report.originalMessageId,
    original: [...original, ...originalFields(text)],
  };
}
