import type { SesMailEvent } from '#events/inbound/ses-mail-event.ts';
import type { FailedMail } from '#shared/application/record-mail-failure.ts';
import { MAIL_TAGS } from '#shared/domain/mail/mail-tags.ts';

type What = Pick<FailedMail, 'reason' | 'permanent'>;
type Recipient = Pick<FailedMail, 'to' | 'status'>;
type Named = NonNullable<SesMailEvent['detail']['bounce']>['bouncedRecipients'][number];

/** Return the bare address of `Norah <norah@example.com>` or of a bare address. */
const addressIn = (text: string): string => /<([^<>]+)>\s*$/u.exec(text)?.[1] ?? text.trim();

function recipientOf({ emailAddress, status }: Named): Recipient {
  const code = /^[245]\.\d{1,3}\.\d{1,3}$/u.exec(status ?? '')?.[0];
  return { to: addressIn(emailAddress), ...(code !== undefined && { status: code }) };
}

/** Return what failed and for which addresses; undefined for an event that is not a failure. */
function failureIn({
  eventType,
  mail,
  bounce,
  complaint,
}: SesMailEvent['detail']): { what: What; at: readonly Recipient[] } | undefined {
  const all = mail.destination.map((emailAddress) => recipientOf({ emailAddress }));
  switch (eventType) {
    case 'Bounce':
      return {
        what: { reason: 'bounced', permanent: bounce?.bounceType === 'Permanent' },
        at: bounce?.bouncedRecipients.map(recipientOf) ?? all,
      };
    case 'Complaint':
      // The recipient moved the mail out of the spam folder (RFC 6430).
      if (complaint?.complaintFeedbackType === 'not-spam') return undefined;
      return {
        what: { reason: 'complained', permanent: true },
        at: complaint?.complainedRecipients.map(recipientOf) ?? all,
      };
    case 'Reject':
      return { what: { reason: 'rejected', permanent: false }, at: all };
    case 'Rendering Failure':
      return { what: { reason: 'rendering-failed', permanent: false }, at: all };
    default:
      return undefined;
  }
}

const failedAt = ({ time, detail }: SesMailEvent): number =>
  Date.parse(detail.bounce?.timestamp ?? detail.complaint?.timestamp ?? time);

/** Return the failure of a mail that is not about a case, such as a report of the figures. */
export function failedStaffMailOf(event: SesMailEvent): { mailId: string; at: number } | undefined {
  const { tags } = event.detail.mail;
  const mailId = tags[MAIL_TAGS.mail]?.[0];
  const isAboutCase = tags[MAIL_TAGS.case] !== undefined;
  if (isAboutCase || mailId === undefined || !failureIn(event.detail)) return undefined;
  return { mailId, at: failedAt(event) };
}

/**
 * Return the failures of an SES event, one for each address. The result is empty for delivered or delayed
 * mail, and for mail that is not about a case, such as digests to staff.
 */
export function failedMailsOf(event: SesMailEvent): readonly FailedMail[] {
  const { detail } = event;
  const { tags } = detail.mail;
  const caseRef = tags[MAIL_TAGS.case]?.[0];
  const message = tags[MAIL_TAGS.mail]?.[0];
  const failure = failureIn(detail);
  if (!failure || caseRef === undefined || message === undefined) return [];
  const at = failedAt(event);
  return failure.at.map((recipient) => ({ caseRef, message, ...failure.what, ...recipient, at }));
}
