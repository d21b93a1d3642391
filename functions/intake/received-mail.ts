import type { SesReceipt } from '#events/inbound/ses-receipt.ts';
import type { Verdict } from '#shared/domain/mail/decide.ts';

/** A mail that has been accepted and kept, and what the receiving server knows of it. */
export interface ReceivedMail {
  readonly rawKey: string;
  /** Envelope sender; empty for delivery reports. */
  readonly envelopeFrom: string;
  readonly recipients: readonly string[];
  readonly dmarc: Verdict;
  readonly spam: boolean;
  readonly virus: boolean;
  readonly receivedAt: number;
}

const VERDICTS: readonly string[] = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED'];

/** The receipt in Rida's terms. The verdicts are SES's own; headers inside a mail are the sender's word. */
export function fromReceipt({ mail, receipt }: SesReceipt): ReceivedMail {
  const dmarc = receipt.dmarcVerdict?.status ?? 'GRAY';
  return {
    rawKey: receipt.action.objectKey,
    envelopeFrom: mail.source === '<>' ? '' : mail.source,
    recipients: receipt.recipients,
    dmarc: VERDICTS.includes(dmarc) ? (dmarc as Verdict) : 'GRAY',
    spam: receipt.spamVerdict?.status === 'FAIL',
    virus: receipt.virusVerdict?.status === 'FAIL',
    receivedAt: Date.parse(receipt.timestamp),
  };
}
