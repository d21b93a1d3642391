import { parseReference } from '#shared/domain/cases/reference.ts';
import { addressKey } from './address-key.ts';
import { type Automatic, automaticKind } from './automatic.ts';
import { classifyMail } from './classify-mail.ts';
import { decideMail, type MailDecision, type Verdict } from './decide-mail.ts';
import { mailContent } from './mail-content.ts';
import { unnamedReason } from './mail-report.ts';
import { addressedTo } from './own-address.ts';
import type { MailAddress, ParsedMail, Unreadable } from './parsed-mail.ts';
import { newPartOf, shownPartOf } from './part-of-mail.ts';
import { asksForNothing } from './thanks.ts';
import { findReferences, type ReferenceCandidate } from './threading.ts';
import { isVia, type Writer, writerOf } from './writer.ts';

/** Facts besides the mail. */
export interface ExplainContext {
  /** The centre's addresses. Empty when unknown. */
  readonly addresses: readonly string[];
  readonly dmarc: string | undefined;
}

/** The decision about one mail, in the form that `npm run mail -- explain --json` prints. */
export interface Explanation {
  readonly file: string;
  readonly messageId: string | null;
  readonly date: string | null;
  readonly from: MailAddress | null;
  readonly to: readonly MailAddress[];
  readonly subject: string;
  readonly text: string;
  readonly fullText: string;
  readonly attachments: readonly { readonly name: string; readonly type: string; readonly size: number }[];
  readonly automatic: boolean;
  readonly automaticKind: string | null;
  readonly language: string | null;
  readonly type: string | null;
  readonly category: string | null;
  readonly decision: MailDecision['action'];
  readonly reasons: readonly string[];
}

type Refusal = Pick<Unreadable, 'message'> & { readonly reason: Unreadable['reason'] | 'unreadable-file' };

/** Explain an unreadable file. */
export function quarantined(file: string, { reason, message }: Refusal): Explanation {
  return {
    file,
    messageId: null,
    date: null,
    from: null,
    to: [],
    subject: '',
    text: '',
    fullText: '',
    attachments: [],
    automatic: false,
    automaticKind: null,
    language: null,
    type: null,
    category: null,
    decision: 'quarantine',
    reasons: [reason, message],
  };
}

/** Without given addresses, an address with a valid reference after a plus belongs to the centre. */
function ownAddresses(mail: ParsedMail, given: readonly string[]): string[] {
  if (given.length > 0) return [...given];
  return [...mail.to, ...mail.cc].flatMap(({ address }) => {
    const found = /^([^+@]+)\+([^@]+)(@.+)$/.exec(address);
    return found?.[2] && parseReference(found[2]) ? [`${found[1]}${found[3]}`] : [];
  });
}

/**
 * Without given addresses, a domain of Message-IDs that begin with a valid reference belongs to the centre.
 */
function ownDomain(mail: ParsedMail, given: readonly string[]): string {
  const own = given[0]?.split('@')[1];
  if (own) return own;
  for (const id of [mail.inReplyTo ?? '', ...mail.references]) {
    const found = /^<([^.@<>]+)[^@<>]*@([^<>]+)>$/.exec(id);
    if (found?.[1] && found[2] && parseReference(found[1])) return found[2];
  }
  return 'rida.invalid';
}

function verdictOf(mail: ParsedMail, given: string | undefined): { dmarc: Verdict; reason: string } {
  const stated = given ?? /\bdmarc=(\w+)/i.exec(mail.headers['authentication-results'] ?? '')?.[1];
  if (stated === undefined) return { dmarc: 'PASS', reason: 'dmarc-assumed' };
  const dmarc = stated.toLowerCase() === 'pass' ? 'PASS' : stated.toLowerCase() === 'fail' ? 'FAIL' : 'GRAY';
  return { dmarc, reason: `dmarc-${dmarc.toLowerCase()}` };
}

function decisionOn(
  mail: ParsedMail,
  automatic: Automatic | null,
  candidates: readonly ReferenceCandidate[],
  {
    dmarc,
    own,
    writer,
  }: { readonly dmarc: Verdict; readonly own: readonly string[]; readonly writer: Writer | null },
): MailDecision {
  const participants = writer ? [addressKey(writer.address)] : [];
  return decideMail({
    from: writer?.address ?? null,
    writtenFor: writer?.by === 'reply-to',
    dmarc,
    automatic,
    defects: mail.defects,
    candidates,
    addressedToUs: addressedTo(mail, own),
    cases: candidates.map(({ reference }) => ({ reference, participants, acceptsMessages: true })),
  });
}

/** Return the addresses that From and To do not contain. */
const addressReasons = (
  { cc, replyTo, otherReplyTo = [], from }: ParsedMail,
  writer: Writer | null,
): string[] => [
  ...[...(replyTo ? [replyTo] : []), ...otherReplyTo]
    .filter(({ address }) => address !== from?.address)
    .map(({ address }) => `reply-to:${address}`),
  ...cc.map(({ address }) => `cc:${address}`),
  ...(writer?.by === 'reply-to' ? [`written-for:${writer.address}`] : []),
];

/** List the recipients of a report and the mail it is about. */
function reportReasons({ report }: ParsedMail): string[] {
  if (!report) return [];
  const unnamed = unnamedReason(report);
  return [
    ...report.recipients.map(
      ({ action, address, status }) => `${action}:${address}${status && `:${status}`}`,
    ),
    ...(unnamed === undefined ? [] : [unnamed]),
    ...(report.disposition === null ? [] : [`${report.kind}:${report.disposition}`]),
    ...(report.originalMessageId === null ? [] : [`about:${report.originalMessageId}`]),
  ];
}

/**
 * Explain what Rida would do with a mail, as far as the mail alone shows. The references that it names count
 * as existing, and its author as their participant.
 */
export function explainMail(
  file: string,
  mail: ParsedMail,
  { addresses, dmarc: given }: ExplainContext,
): Explanation {
  const text = newPartOf(mail);
  const own = ownAddresses(mail, addresses);
  const domain = ownDomain(mail, addresses);
  const writer = writerOf(mail, { own, forms: [] });
  const automatic = automaticKind(mail.headers, {
    ...mailContent(mail),
    sender: null,
    ownAddresses: own,
    ownMessageIdDomain: domain,
    writtenFor: writer?.by === 'reply-to' || isVia(mail),
    trustedForm: false,
  });
  const thread = { ...mail, text, fullText: mail.text, reported: mail.report?.original ?? [] };
  const candidates = findReferences(thread, {
    ownAddresses: own,
    ownMessageIdDomain: domain,
    parseReference,
  });
  const { dmarc, reason } = verdictOf(mail, given);
  const decision = decisionOn(mail, automatic, candidates, { dmarc, own: addresses, writer });
  const { type, category, confident, reasons } = classifyMail(mail.subject, text, mail.writtenIn);
  return {
    file,
    messageId: mail.messageId,
    date: mail.date === null ? null : new Date(mail.date).toISOString(),
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    text: shownPartOf(mail),
    fullText: mail.text.trim(),
    attachments: mail.attachments.map(({ name, type: mediaType, size }) => ({ name, type: mediaType, size })),
    automatic: automatic !== null,
    automaticKind: automatic?.kind ?? null,
    language: mail.writtenIn ?? mail.language,
    type,
    category,
    decision: decision.action,
    reasons: [
      ...new Set([
        ...decision.reasons,
        ...candidates.map(({ reference }) => `reference:${reference}`),
        ...(automatic === null && asksForNothing(mail) ? ['asks-for-nothing'] : []),
        ...(automatic ? [`automatic:${automatic.kind}:${automatic.why}`] : []),
        ...reportReasons(mail),
        ...addressReasons(mail, writer),
        ...mail.defects,
        reason,
        ...reasons,
        ...(confident ? [] : ['classification-unsure']),
      ]),
    ],
  };
}
