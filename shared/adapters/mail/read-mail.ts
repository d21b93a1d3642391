import { isDeepStrictEqual } from 'node:util';
import type { Headers } from 'mailparser';
import { readCalendar } from '#shared/domain/mail/calendar-note.ts';
import { parseMailDate } from '#shared/domain/mail/date.ts';
import { decodeWords } from '#shared/domain/mail/encoded-words.ts';
import { withinLimits } from '#shared/domain/mail/field-limits.ts';
import { mailLanguage } from '#shared/domain/mail/mail-language.ts';
import { mendMisread } from '#shared/domain/mail/misread-text.ts';
import { newPart } from '#shared/domain/mail/new-part.ts';
import {
  type MailDefect,
  type MailLimits,
  type ParsedMail,
  type Unreadable,
  unreadable,
} from '#shared/domain/mail/parsed-mail.ts';
import { contextOf } from '#shared/domain/mail/reply-context.ts';
import { stripBidiControls } from '#shared/domain/text/bidi.ts';
import { type Addresses, readAddresses } from './addresses.ts';
import { decodeHeaderLine } from './charset-parser.ts';
import { type CollectedMail, collectParts } from './collect-parts.ts';
import { withEnclosedText } from './enclosed-text.ts';
import { type Opened, openWrappers } from './open-wrappers.ts';
import { hasLostParts, lostItsParts, withFoundBoundary, withMendedParts } from './repair-boundary.ts';
import { reportOf } from './report-parts.ts';

const KNOWN = new Set(['from', 'to', 'date', 'subject', 'message-id', 'received', 'mime-version']);
const KEPT =
  /^(?:auto-submitted|precedence|list-.+|return-path|sender|content-type|authentication-results|feedback-id|x-auto.+|x-loop|x-mailing-list|x-mailman-version|mailing-list|x-mailer|user-agent|x-failed-recipients|x-rida-.+|x-ses-.+|x-original-(?:from|sender)|x-google-original-from)$/;
/** The part of Gmail's reactions: `{"emoji":"👍","version":1}`. */
const REACTION = 'text/vnd.google.email-reaction+json';
const ENCRYPTED = /^application\/(?:x-)?pkcs7-mime$|^application\/pgp-encrypted$/;
/** Maximum depth of nested mails whose text is read. */
const DEEPEST_ENCLOSED = 2;

function unfold(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n(?=[ \t])/g, '')
    .trim();
}

const headerValue = (lines: CollectedMail['lines'], name: string): string => {
  const found = lines.find(({ key }) => key === name);
  return found ? unfold(decodeHeaderLine(found.line)) : '';
};

/** Every header of a name, unfolded, decoded from its bytes alone: encoded words stay. */
const headerValues = (lines: CollectedMail['lines'], name: string): string[] =>
  lines.filter(({ key }) => key.trim() === name).map(({ line }) => unfold(decodeHeaderLine(line)));

/** Headers that occur once in a mail (RFC 5322 §3.6), or once in a part (RFC 2045), and change how it is read. */
const ONCE = [
  ...['subject', 'to', 'cc', 'reply-to', 'sender', 'date', 'message-id', 'in-reply-to', 'references'],
  ...['content-type', 'content-transfer-encoding', 'content-disposition'],
];

const isRepeated = (lines: CollectedMail['lines']): boolean =>
  ONCE.some((name) => lines.filter(({ key }) => key.trim() === name).length > 1);

function keptHeaders(lines: CollectedMail['lines']): Record<string, string> {
  const kept = new Map<string, string>();
  for (const { key, line } of lines) {
    if (!KEPT.test(key)) continue;
    const value = unfold(decodeHeaderLine(line));
    const earlier = kept.get(key);
    kept.set(key, earlier === undefined ? value : `${earlier}\n${value}`);
  }
  return Object.fromEntries(kept);
}

/** Every id of a header; mailers encode long ones as words, and write words around them. */
function messageIds(value: string, bare = false): string[] {
  const text = decodeWords(value);
  const found = text.match(/<[^<>\s]{1,998}>/g) ?? [];
  const id = bare && found.length === 0 ? messageId(text) : null;
  return id === null ? found : [id];
}

/** The first id of a header: some mailers write several, or words around it, or leave the brackets out. */
function messageId(value: string): string | null {
  const bracketed = /<[^<>\s]{1,998}>/.exec(value)?.[0];
  const bare = /[^\s<>]{1,998}/.exec(value)?.[0];
  return bracketed ?? (bare === undefined ? null : `<${bare}>`);
}

/** Return the emoji of a reaction. Undefined for other content. */
function reactionOf(content: Uint8Array): string | undefined {
  const found = /"emoji"\s*:\s*"([^"]{1,40})"/.exec(new TextDecoder().decode(content.subarray(0, 1_000)));
  return found?.[1];
}

/** Remove control characters from a text. */
const readable = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');

function subjectOf(headers: Headers): string {
  const value = [headers.get('subject') ?? []].flat()[0];
  return (
    stripBidiControls(mendMisread(typeof value === 'string' ? value : ''))
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
      .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
      .trim()
  );
}

function defectsOf(
  found: CollectedMail,
  author: Addresses,
  { attachments, body }: Opened,
  { repaired, isCut }: { readonly repaired: boolean; readonly isCut: boolean },
): MailDefect[] {
  const types = attachments.map(({ type }) => type);
  const isEncrypted =
    types.some((type) => ENCRYPTED.test(type)) || /^-----BEGIN PGP MESSAGE-----\s*$/m.test(body.text);
  const froms = headerValues(found.lines, 'from').length;
  const checks: readonly (readonly [boolean, MailDefect])[] = [
    [froms > 1, 'several-from-headers'],
    [(froms === 1 && author.list.length > 1) || author.ambiguous, 'several-authors'],
    [isRepeated(found.lines), 'repeated-header'],
    [author.misleading, 'misleading-address'],
    [body.tooDeep, 'html-too-deep'],
    [found.textWasCut, 'text-cut'],
    [isCut, 'header-cut'],
    [repaired, 'wrong-boundary'],
    [isEncrypted, 'encrypted'],
    [types.some((type) => /^application\/(?:vnd\.)?ms-tnef$/.test(type)), 'tnef'],
  ];
  return checks.flatMap(([holds, defect]) => (holds ? [defect] : []));
}

async function collected(
  raw: Uint8Array,
  limits: MailLimits,
): Promise<{ found: CollectedMail; repaired: boolean }> {
  const found = await collectParts(raw, limits);
  const mended = lostItsParts(found.root) ? withFoundBoundary(raw) : null;
  const whole = mended ? await collectParts(mended, limits) : found;
  const inner = hasLostParts(whole.root) ? await collectParts(withMendedParts(mended ?? raw), limits) : whole;
  return { found: { ...inner, lines: found.lines }, repaired: inner !== found };
}

async function read(raw: Uint8Array, limits: MailLimits, enclosed: number): Promise<ParsedMail | Unreadable> {
  const { found, repaired } = await collected(raw, limits);
  const { headers, lines } = found;
  if (!lines.some(({ key }) => KNOWN.has(key))) {
    return unreadable('not-a-mail', 'the bytes have no header of a mail');
  }
  const opened = await openWrappers(found, limits);
  const { body } = opened;
  const reaction = opened.attachments.find(({ type }) => type === REACTION);
  const attachments = opened.attachments.filter((one) => one !== reaction);
  const emoji = reaction && reactionOf(reaction.content);
  const author = readAddresses(headerValues(lines, 'from'));
  const [from = null] = author.list;
  const answered = messageIds(headerValue(lines, 'references'));
  const [replyTo = null, ...otherReplyTo] = readAddresses(headerValues(lines, 'reply-to')).list;
  const [inReplyTo = null, ...parents] = messageIds(headerValue(lines, 'in-reply-to'), true);
  const received = {
    from,
    replyTo,
    ...(otherReplyTo.length > 0 && { otherReplyTo }),
    to: readAddresses(headerValues(lines, 'to')).list,
    cc: readAddresses(headerValues(lines, 'cc')).list,
    subject: subjectOf(headers),
    references: [...new Set([...parents, ...answered])],
    // An author without an address is kept in words: machines sign as `MAILER-DAEMON`.
    headers: { ...keptHeaders(lines), ...(from === null && { from: headerValue(lines, 'from') }) },
  };
  const bounded = withinLimits(received);
  const { subject, references, headers: kept } = bounded;
  const report = reportOf(attachments, {
    text: body.text,
    subject,
    author: headerValue(lines, 'from'),
    headers: kept,
    answers: contextOf({ subject, inReplyTo: null, references: [], html: null }).answers === true,
    others: [from, received.replyTo, ...received.to].flatMap((one) => (one ? [one.address] : [])),
  });
  const inner = (content: Uint8Array) => read(content, limits, enclosed + 1);
  const mayEnclose = report === null && enclosed < DEEPEST_ENCLOSED;
  const whole = readable(mayEnclose ? await withEnclosedText(body.text, attachments, inner) : body.text);
  // A reaction may have no other part.
  const text = whole.trim() === '' ? (emoji ?? whole) : whole;
  const calendar = attachments.find(({ type }) => type === 'text/calendar');
  const context = contextOf({ subject, inReplyTo, references, html: body.html });
  return {
    kind: 'parsed',
    ...bounded,
    messageId: messageId(headerValue(lines, 'message-id')),
    inReplyTo,
    ...(report?.originalMessageId && { references: [...references, report.originalMessageId] }),
    date: parseMailDate(headerValue(lines, 'date')),
    text,
    html: body.html,
    attachments,
    ...mailLanguage(subject, newPart(text, context)),
    ...(emoji !== undefined && { reaction: emoji }),
    ...(report && { report }),
    ...(calendar && { calendarMethod: readCalendar(new TextDecoder().decode(calendar.content)).method }),
    defects: defectsOf(found, author, opened, { repaired, isCut: !isDeepStrictEqual(bounded, received) }),
  };
}

/** Parse one mail that passed the prescan. It runs in the worker, because it may be slow or crash. */
export function readMail(raw: Uint8Array, limits: MailLimits): Promise<ParsedMail | Unreadable> {
  return read(raw, limits, 0);
}
