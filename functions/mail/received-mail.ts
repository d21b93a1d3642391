import type { SesReceipt } from '#events/inbound/ses-receipt.ts';
import type { Verdict } from '#shared/domain/mail/decide-mail.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import type { WaitingMail } from '#shared/ports/mail-inbox.ts';

/** A received and stored mail, with the data of the receiving server. */
export interface ReceivedMail {
  readonly rawKey: string;
  /** The envelope sender. Empty for delivery reports, null when it was lost. */
  readonly envelopeFrom: string | null;
  readonly recipients: readonly string[];
  readonly dmarc: Verdict;
  readonly spam: boolean;
  readonly virus: boolean;
  readonly receivedAt: number;
  /**
   * Whether the sweep found the mail. The receipt is then lost, except for headers that the server added to
   * the mail.
   */
  readonly swept?: true;
}

const VERDICTS: readonly string[] = ['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED'];

/** Convert a receipt. The verdicts are those of SES; headers in a mail are claims of the sender. */
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

/** Create the record of a mail without a receipt. Its author is not authenticated. */
export const fromSweep = ({ rawKey, receivedAt }: WaitingMail): ReceivedMail => ({
  ...{ rawKey, receivedAt, swept: true },
  ...{ envelopeFrom: null, recipients: [], dmarc: 'GRAY', spam: false, virus: false },
});

/**
 * Add the spam and virus verdicts in the headers, which SES also writes. A sender can forge them: without a
 * receipt, only negative verdicts count.
 */
export function withWrittenVerdicts(received: ReceivedMail, { headers }: ParsedMail): ReceivedMail {
  const fails = (name: string): boolean => /\bFAIL\b/u.test(headers[name] ?? '');
  if (!received.swept) return received;
  return { ...received, spam: fails('x-ses-spam-verdict'), virus: fails('x-ses-virus-verdict') };
}
