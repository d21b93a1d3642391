import type { SesReceipt } from '#events/inbound/ses-receipt.ts';
import type { Verdict } from '#shared/domain/mail/decide.ts';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import type { WaitingMail } from '#shared/ports/mail-inbox.ts';

/** A mail that has been accepted and kept, and what the receiving server knows of it. */
export interface ReceivedMail {
  readonly rawKey: string;
  /** Envelope sender; empty for delivery reports, null when it is not known any more. */
  readonly envelopeFrom: string | null;
  readonly recipients: readonly string[];
  readonly dmarc: Verdict;
  readonly spam: boolean;
  readonly virus: boolean;
  readonly receivedAt: number;
  /** Found by the sweep: what the receiving server knew is lost, but for what it wrote into the mail. */
  readonly swept?: true;
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

/** A mail whose receipt was lost: nobody vouches for its author any more. */
export const fromSweep = ({ rawKey, receivedAt }: WaitingMail): ReceivedMail => ({
  ...{ rawKey, receivedAt, swept: true },
  ...{ envelopeFrom: null, recipients: [], dmarc: 'GRAY', spam: false, virus: false },
});

/**
 * SES writes its spam and virus verdicts into the mail, too. Anybody can write the same: of a mail without a
 * receipt they count only against it.
 */
export function withWrittenVerdicts(received: ReceivedMail, { headers }: ParsedMail): ReceivedMail {
  const fails = (name: string): boolean => /\bFAIL\b/u.test(headers[name] ?? '');
  if (!received.swept) return received;
  return { ...received, spam: fails('x-ses-spam-verdict'), virus: fails('x-ses-virus-verdict') };
}
