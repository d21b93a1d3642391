import { normaliseArabic } from '#shared/domain/text/normalise-arabic.ts';
import { isOwnMessageId } from './own-address.ts';

/** What kind of machine wrote a mail. Whatever the kind, a machine is never answered by a machine. */
export type AutomaticKind =
  | 'own'
  | 'delivery-report'
  | 'out-of-office'
  | 'auto-submitted'
  | 'bulk'
  | 'unattended-sender'
  | 'too-frequent';

export interface Automatic {
  readonly kind: AutomaticKind;
  /** The header or fact that decided. */
  readonly why: string;
}

/** What is known of a mail beside its headers. */
export interface MailEnvelope {
  /** Envelope sender; empty for the null return path; null when unknown. */
  readonly sender: string | null;
  /** Author's address. */
  readonly from: string | null;
  readonly subject: string;
  readonly messageId: string | null;
  /** Addresses this centre sends from and receives at. */
  readonly ownAddresses: readonly string[];
  /** The domain on the right of the Message-IDs this centre makes. */
  readonly ownMessageIdDomain: string;
  /** Mails of this author within the window, this one included, and how many are normal. */
  readonly recentFromAuthor?: number;
  readonly recentAllowed?: number;
}

type Headers = Readonly<Record<string, string>>;
type Rule = (headers: Headers, envelope: MailEnvelope) => Automatic | null;

/** The header our own mails carry, so that they are known when they come back. */
export const OWN_HEADER = 'x-rida-mail';

const OUT_OF_OFFICE =
  /^(?:(?:re|رد) ?: ?)?(?:\[?(?:auto(?:matic)?[ -]?(?:reply|response|answer)|out of (?:the )?office|away from (?:my )?(?:desk|office)|on (?:annual |sick )?leave\b|vacation (?:reply|response))|رد تلقايي|الرد التلقايي|رد الي\b|خارج المكتب|انا خارج المكتب|خارج الدوام|في اجازه|انا في اجازه)/;
const DELIVERY_SUBJECT =
  /^(?:undeliver(?:able|ed)|delivery status notification|mail delivery (?:failed|failure|subsystem)|returned mail|failure notice|تعذر التسليم|فشل تسليم|تعذر تسليم|فشل التسليم)/;
const UNATTENDED =
  /^(?:mailer-daemon|postmaster|no[-_.]?reply|do[-_.]?not[-_.]?reply|bounces?|autoreply|donotreply)(?:[+@-]|$)/;

const plainAddress = (address: string | null): string =>
  (address ?? '').toLowerCase().replace(/\+[^@]*@/, '@');

const own: Rule = (headers, { from, sender, messageId, ownAddresses, ownMessageIdDomain }) => {
  if (headers[OWN_HEADER] !== undefined) return { kind: 'own', why: OWN_HEADER };
  // Staff may share the domain: only a Message-ID of the form we make is ours.
  if (messageId !== null && isOwnMessageId(messageId, ownMessageIdDomain))
    return { kind: 'own', why: 'message-id' };
  const ours = new Set(ownAddresses.map(plainAddress));
  if (ours.has(plainAddress(from))) return { kind: 'own', why: 'from' };
  return sender && ours.has(plainAddress(sender)) ? { kind: 'own', why: 'envelope-sender' } : null;
};

const deliveryReport: Rule = (headers, { subject, sender, from }) => {
  const type = headers['content-type']?.toLowerCase() ?? '';
  if (/^multipart\/report\b/.test(type)) return { kind: 'delivery-report', why: 'content-type' };
  if (headers['x-failed-recipients'] !== undefined)
    return { kind: 'delivery-report', why: 'x-failed-recipients' };
  const machine = sender === '' || /^(?:mailer-daemon|postmaster)@/i.test(from ?? '');
  const matches = DELIVERY_SUBJECT.test(normaliseArabic(subject));
  return machine && matches ? { kind: 'delivery-report', why: 'subject' } : null;
};

const outOfOffice: Rule = (headers, { subject }) => {
  if (/^auto-replied\b/i.test(headers['auto-submitted'] ?? '')) {
    return { kind: 'out-of-office', why: 'auto-submitted' };
  }
  for (const name of ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply']) {
    const value = headers[name];
    if (value !== undefined && !/^(?:no|false)$/i.test(value)) return { kind: 'out-of-office', why: name };
  }
  if (/\bauto_?reply\b/i.test(headers.precedence ?? '')) return { kind: 'out-of-office', why: 'precedence' };
  return OUT_OF_OFFICE.test(normaliseArabic(subject)) ? { kind: 'out-of-office', why: 'subject' } : null;
};

const autoSubmitted: Rule = (headers) => {
  const value = headers['auto-submitted'];
  return value !== undefined && !/^\s*no\s*(?:[;(]|$)/i.test(value)
    ? { kind: 'auto-submitted', why: 'auto-submitted' }
    : null;
};

const bulk: Rule = (headers) => {
  if (/\b(?:bulk|list|junk)\b/i.test(headers.precedence ?? '')) return { kind: 'bulk', why: 'precedence' };
  for (const name of ['list-id', 'list-unsubscribe', 'list-post', 'feedback-id']) {
    if (headers[name] !== undefined) return { kind: 'bulk', why: name };
  }
  return null;
};

const suppressed: Rule = (headers) =>
  /\b(?:all|oof|autoreply)\b/i.test(headers['x-auto-response-suppress'] ?? '')
    ? { kind: 'auto-submitted', why: 'x-auto-response-suppress' }
    : null;

const unattended: Rule = (headers, { from, sender }) => {
  if (UNATTENDED.test((from ?? '').toLowerCase())) return { kind: 'unattended-sender', why: 'from' };
  if (sender === '' || headers['return-path']?.trim() === '<>') {
    return { kind: 'unattended-sender', why: 'null-return-path' };
  }
  return UNATTENDED.test((sender ?? '').toLowerCase())
    ? { kind: 'unattended-sender', why: 'envelope-sender' }
    : null;
};

const tooFrequent: Rule = (_headers, { recentFromAuthor = 0, recentAllowed = Number.POSITIVE_INFINITY }) =>
  recentFromAuthor > recentAllowed ? { kind: 'too-frequent', why: 'window' } : null;

const RULES: readonly Rule[] = [
  deliveryReport,
  own,
  outOfOffice,
  autoSubmitted,
  bulk,
  suppressed,
  unattended,
  tooFrequent,
];

/**
 * Whether a machine wrote the mail (RFC 3834 §2, RFC 3464, RFC 2919, RFC 2369, and Exchange's
 * `X-Auto-Response-Suppress`), by the first rule that holds. A person using a mailing list, or an Exchange
 * user who suppresses auto-responses, is taken for a machine too: the mail still opens a case, it only
 * gets no automatic answer.
 * @param headers lower-case names, as in `ParsedMail.headers`
 * @returns null for mail a person wrote
 */
export function automaticKind(headers: Headers, envelope: MailEnvelope): Automatic | null {
  for (const rule of RULES) {
    const found = rule(headers, envelope);
    if (found) return found;
  }
  return null;
}
