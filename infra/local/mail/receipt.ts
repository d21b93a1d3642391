import type { SesReceipt } from '#events/inbound/ses-receipt.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';

export type MailTrust = 'loopback' | 'none';

export interface AcceptedMail {
  readonly rawKey: string;
  /** Envelope sender; empty for delivery reports. */
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly at: number;
}

/**
 * What this computer's mail port says of a mail, in the words in which SES would. Nobody checks DMARC
 * here: mail that only this computer can hand in is believed, or by `none` no mail is.
 */
export function receiptOf({ rawKey, sender, recipients, at }: AcceptedMail, trust: MailTrust): SesReceipt {
  const timestamp = isoInstant(at);
  return {
    notificationType: 'Received',
    mail: { timestamp, messageId: rawKey, source: sender, destination: [...recipients] },
    receipt: {
      timestamp,
      recipients: [...recipients],
      dmarcVerdict: { status: trust === 'loopback' ? 'PASS' : 'GRAY' },
      action: { type: 'S3', bucketName: 'this-computer', objectKey: rawKey },
    },
  };
}
