import type { SesReceipt } from '#events/inbound/ses-receipt.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';

export type MailTrust = 'loopback' | 'none';

export interface AcceptedMail {
  readonly rawKey: string;
  /** The envelope sender. Empty for delivery reports. */
  readonly sender: string;
  readonly recipients: readonly string[];
  readonly at: number;
}

/**
 * Return the receipt of a mail in the form of SES. DMARC is not checked: with `loopback`, mail is trusted
 * because only this computer can send it; with `none`, no mail is trusted.
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
