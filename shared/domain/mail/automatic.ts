import { addressKey } from './address-key.ts';
import { confirmsReceipt, mentionsAbsence } from './automatic-phrases.ts';
import { automaticText, isAbsenceText } from './automatic-text.ts';
import {
  hasNote,
  isAbsence,
  isAutoReply,
  isCalendarSubject,
  isChallenge,
  isDeskReceipt,
  isReadReceipt,
  isRecall,
} from './automatic-words.ts';
import { hasNullReturnPath, isServer } from './bounce.ts';
import { isDeliverySubject, saysUndelivered } from './bounce-words.ts';
import type { MailReport } from './mail-report.ts';
import { isOwnMessageId, OWN_HEADER } from './own-address.ts';
import { isUnattended } from './unattended.ts';

/**
 * The kind of machine that wrote a mail. Automatic mail of any kind never gets an automatic answer.
 *
 * - `own`: mail from this centre that was sent back.
 * - `delivery-report`: a sent mail failed; `delivery-delay`: it is delayed; `delivery-receipt`: it arrived.
 * - `read-receipt`: it was displayed or deleted (RFC 8098).
 * - `feedback-report`: a provider reports a spam complaint (RFC 5965).
 * - `calendar-response`: a calendar accepted, declined or cancelled (RFC 5546).
 * - `out-of-office`: the addressee is absent; `auto-reply`: another automatic reply.
 * - `auto-submitted`: written by a machine, not as a reply.
 * - `mailing-list`: sent through a list; `bulk`: a newsletter or mass mail.
 * - `unattended-sender`: an unattended address, or the null return path.
 * - `too-frequent`: more mail from one author than a person writes.
 */
export type AutomaticKind =
  | 'own'
  | 'delivery-report'
  | 'delivery-delay'
  | 'delivery-receipt'
  | 'read-receipt'
  | 'feedback-report'
  | 'calendar-response'
  | 'out-of-office'
  | 'auto-reply'
  | 'auto-submitted'
  | 'mailing-list'
  | 'bulk'
  | 'unattended-sender'
  | 'too-frequent';

export interface Automatic {
  readonly kind: AutomaticKind;
  /** The header or fact that decided. */
  readonly why: string;
}

/** Facts about a mail besides its headers. `whatItSays` returns those of the mail itself. */
export interface MailEnvelope {
  /** Envelope sender. Empty for the null return path, null when unknown. */
  readonly sender: string | null;
  /** Author's address. */
  readonly from: string | null;
  readonly subject: string;
  readonly messageId: string | null;
  /** The new part of the text. It is searched for an absence when headers and subject show none. */
  readonly text?: string;
  /** The report, when the mail is one. */
  readonly report?: MailReport;
  /** `METHOD` of the calendar object. */
  readonly calendarMethod?: string;
  /** Addresses of this centre for sending and receiving. */
  readonly ownAddresses: readonly string[];
  /** Whether the author is a form or a group, and the person is in Reply-To (`writerOf`). */
  readonly writtenFor?: boolean;
  /** Whether the author is a form that the municipality runs, by its proven address. */
  readonly trustedForm?: boolean;
  /** The domain on the right of the Message-IDs this centre makes. */
  readonly ownMessageIdDomain: string;
  /** Number of mails of this author within the window, this one included, and the normal maximum. */
  readonly recentFromAuthor?: number;
  readonly recentAllowed?: number;
}

type Headers = Readonly<Record<string, string>>;
type Rule = (headers: Headers, envelope: MailEnvelope) => Automatic | null;

const plainAddress = (address: string | null): string => addressKey(address ?? '').replace(/\+[^@]*@/, '@');

/** RFC 3834 §5: only `no` means a person, with any parameters or comments after it. */
const isAutoSubmitted = (headers: Headers): boolean => {
  const value = headers['auto-submitted'];
  return value !== undefined && !/^\s*no\s*(?:[;(]|$)/i.test(value);
};

/** Exchange (MS-OXCMAIL): the automatic replies that the sender, mostly a machine, suppresses. */
const suppresses = (headers: Headers): boolean =>
  /\b(?:all|oof|autoreply)\b/i.test(headers['x-auto-response-suppress'] ?? '');

/** The prefix of a reply or a forward, which people write. */
const PASSED_ON = /^\s*(?:re|fw|fwd|رد|تحويل|إعادة توجيه) ?:/i;

const own: Rule = (headers, { from, sender, messageId, ownAddresses, ownMessageIdDomain, writtenFor }) => {
  if (headers[OWN_HEADER] !== undefined) return { kind: 'own', why: OWN_HEADER };
  // Staff may share the domain, so only a Message-ID of this centre's form counts.
  if (messageId !== null && isOwnMessageId(messageId, ownMessageIdDomain))
    return { kind: 'own', why: 'message-id' };
  if (writtenFor) return null;
  const ours = new Set(ownAddresses.map(plainAddress));
  if (ours.has(plainAddress(from))) return { kind: 'own', why: 'from' };
  return sender && ours.has(plainAddress(sender)) ? { kind: 'own', why: 'envelope-sender' } : null;
};

/** Return the most serious result of a delivery report. */
function deliveryKind({ recipients, unnamed }: MailReport): AutomaticKind {
  const actions = new Set([...recipients, ...(unnamed ? [unnamed] : [])].map(({ action }) => action));
  if (actions.size === 0 || actions.has('failed')) return 'delivery-report';
  return actions.has('delayed') ? 'delivery-delay' : 'delivery-receipt';
}

const reported: Rule = (_headers, { report }) => {
  if (!report) return null;
  if (report.kind === 'disposition') return { kind: 'read-receipt', why: 'disposition-notification' };
  if (report.kind === 'abuse') return { kind: 'feedback-report', why: 'feedback-report' };
  return { kind: deliveryKind(report), why: 'delivery-status' };
};

/** A report without a readable part. A person may forward one: the author is not a server. */
const deliveryReport: Rule = (headers, { subject, sender, from, text = '' }) => {
  const type = headers['content-type']?.toLowerCase() ?? '';
  const reportType = /\breport-type\s*=\s*"?([\w-]+)/.exec(type)?.[1];
  const isMachine = sender === '' || hasNullReturnPath(headers) || isServer(from ?? headers.from ?? '');
  if (/^multipart\/report\b/.test(type)) {
    if (reportType === 'disposition-notification') return { kind: 'read-receipt', why: 'content-type' };
    if (reportType === 'feedback-report') return { kind: 'feedback-report', why: 'content-type' };
    if (isMachine || !PASSED_ON.test(subject)) return { kind: 'delivery-report', why: 'content-type' };
  }
  if (headers['x-failed-recipients'] !== undefined)
    return { kind: 'delivery-report', why: 'x-failed-recipients' };
  const says = isDeliverySubject(subject) || (sender === '' && saysUndelivered(text));
  return isMachine && says ? { kind: 'delivery-report', why: 'subject' } : null;
};

/** A response without a note. With a note a person writes to the centre, and the response is beside the point. */
const calendarResponse: Rule = (headers, { calendarMethod, subject, text = '' }) => {
  const declared = /^text\/calendar\b.*\bmethod\s*=\s*"?(\w+)/i.exec(headers['content-type'] ?? '')?.[1];
  const method = (calendarMethod || declared || '').toUpperCase();
  if (method === '' || hasNote(text)) return null;
  if (['REPLY', 'COUNTER', 'REFRESH'].includes(method)) return { kind: 'calendar-response', why: 'method' };
  return isCalendarSubject(subject) ? { kind: 'calendar-response', why: 'subject' } : null;
};

const REPLY_HEADERS = ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply', 'x-autoreply-from'];

/** Return the header that marks an automatic reply. */
function replyHeader(headers: Headers): string | null {
  if (/^\s*auto-replied\b/i.test(headers['auto-submitted'] ?? '')) return 'auto-submitted';
  const named = REPLY_HEADERS.find((name) => !/^(?:no|false)?$/i.test(headers[name]?.trim() ?? ''));
  if (named) return named;
  return /\bauto[-_]?reply\b/i.test(headers.precedence ?? '') ? 'precedence' : null;
}

/** An automatic reply with its own header is an absence unless it confirms a receipt. */
const marked: Rule = (headers, { subject, text = '' }) => {
  const header = replyHeader(headers);
  const isMachine = header !== null || isAutoSubmitted(headers) || suppresses(headers);
  if (isMachine && mentionsAbsence(`${subject}\n${text}`))
    return { kind: 'out-of-office', why: header ?? 'text' };
  if (header === null) return null;
  const kind = confirmsReceipt(`${subject}\n${text}`) ? 'auto-reply' : 'out-of-office';
  return { kind, why: header };
};

/** Programs in which people write. Rules of a server do not send these headers. */
const PERSONAL_PROGRAM =
  /\b(?:iphone|ipad|apple mail|thunderbird|k-9|samsung|huawei|android|outlook(?:-ios| for| express| \d)|evolution|kmail|mutt|spark|bluemail)/i;

/** Return true when headers say that a person wrote: words then decide nothing. */
const isPersonal = (headers: Headers): boolean =>
  /^\s*no\s*(?:[;(]|$)/i.test(headers['auto-submitted'] ?? '') ||
  PERSONAL_PROGRAM.test(`${headers['x-mailer'] ?? ''} ${headers['user-agent'] ?? ''}`);

/** Automatic replies without a header, by their words. A doubtful mail is of a person, who gets an answer. */
const worded: Rule = (headers, { subject, text = '' }) => {
  if (isPersonal(headers)) return null;
  const words = automaticText(text);
  if (isAbsence(subject, words)) return { kind: 'out-of-office', why: 'subject' };
  if (isAutoReply(subject, words))
    return { kind: confirmsReceipt(text) ? 'auto-reply' : 'out-of-office', why: 'subject' };
  if (isReadReceipt(subject, text)) return { kind: 'read-receipt', why: 'text' };
  if (isRecall(subject, text) || isChallenge(text) || isDeskReceipt(subject, text, words))
    return { kind: 'auto-reply', why: 'text' };
  return isAbsenceText(words) ? { kind: 'out-of-office', why: 'text' } : null;
};

const autoSubmitted: Rule = (headers) =>
  isAutoSubmitted(headers) ? { kind: 'auto-submitted', why: 'auto-submitted' } : null;

const list: Rule = (headers) => {
  for (const name of ['list-id', 'list-post', 'x-mailing-list', 'x-mailman-version', 'mailing-list']) {
    if (headers[name] !== undefined) return { kind: 'mailing-list', why: name };
  }
  return /^\s*list\b/i.test(headers.precedence ?? '') ? { kind: 'mailing-list', why: 'precedence' } : null;
};

/** Feedback-ID alone is only a hint: providers add it to personal mail too. */
const bulk: Rule = (headers) => {
  if (/\b(?:bulk|list|junk)\b/i.test(headers.precedence ?? '')) return { kind: 'bulk', why: 'precedence' };
  return headers['list-unsubscribe'] === undefined ? null : { kind: 'bulk', why: 'list-unsubscribe' };
};

const suppressed: Rule = (headers) =>
  suppresses(headers) ? { kind: 'auto-submitted', why: 'x-auto-response-suppress' } : null;

const unattended: Rule = (headers, { from, sender, writtenFor }) => {
  if (writtenFor) return null;
  if (isUnattended(from ?? '')) return { kind: 'unattended-sender', why: 'from' };
  if (sender === '' || hasNullReturnPath(headers)) {
    return { kind: 'unattended-sender', why: 'null-return-path' };
  }
  return isUnattended(sender ?? '') ? { kind: 'unattended-sender', why: 'envelope-sender' } : null;
};

const tooFrequent: Rule = (_headers, { recentFromAuthor = 0, recentAllowed = Number.POSITIVE_INFINITY }) =>
  recentFromAuthor > recentAllowed ? { kind: 'too-frequent', why: 'window' } : null;

const RULES: readonly Rule[] = [
  reported,
  deliveryReport,
  own,
  calendarResponse,
  marked,
  worded,
  list,
  bulk,
  autoSubmitted,
  suppressed,
  unattended,
  tooFrequent,
];

/**
 * Detect whether a machine wrote the mail (RFC 3834 §2, RFC 3464, RFC 2919, RFC 2369, and Exchange's
 * `X-Auto-Response-Suppress`), by the first rule that matches. A person on a mailing list, or an Exchange
 * user who suppresses automatic replies, counts as a machine too: the mail still opens a case, but gets no
 * automatic answer.
 * @param headers lower-case names, as in `ParsedMail.headers`
 * @returns null for mail from a person
 */
export function automaticKind(headers: Headers, envelope: MailEnvelope): Automatic | null {
  // A trusted form sends the words of a person.
  if (envelope.trustedForm && envelope.writtenFor) return null;
  for (const rule of RULES) {
    const found = rule(headers, envelope);
    if (found) return found;
  }
  return null;
}
