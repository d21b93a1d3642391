import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';
import { isMessageId } from '#shared/domain/mail/message-id.ts';
import { OWN_HEADER } from '#shared/domain/mail/own-address.ts';
import type { MailAddress } from '#shared/domain/mail/parsed-mail.ts';
import { writableAddress } from '#shared/domain/mail/writable-address.ts';
import { cutText } from '#shared/domain/text/cut-text.ts';
import type { OutgoingFile, OutgoingMail } from '#shared/ports/mailer.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const CONTROL = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;
const MEDIA_TYPE = /^[a-z0-9][a-z0-9!#$&^_.+-]{0,126}\/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}$/i;
const CONTENT_ID = /^[a-z0-9-]{1,60}@[a-z0-9.-]{1,120}$/i;
const HEADER_NAME = /^[A-Za-z][A-Za-z0-9-]{0,75}$/;

function headerValue(name: string, value: string): string {
  if (CONTROL.test(value)) throw new TypeError(`a control character in ${name}`);
  return value;
}

const CONTROLS = new RegExp(CONTROL, 'g');
/** Characters of a subject or name. A line of a header holds 998 octets, and text without spaces cannot be folded. */
const LONGEST_SHOWN = 300;
const LONGEST_LINK = 900;

/** Return a text for display in a header: one line of valid characters within the length that a line holds. */
const shown = (text: string): string => cutText(text.toWellFormed().replace(CONTROLS, ' '), LONGEST_SHOWN);

/** Cut a file name at its beginning, so that it keeps its ending. */
const shownFile = (name: string): string =>
  [...name.toWellFormed().replace(CONTROLS, ' ')].slice(-LONGEST_SHOWN).join('');

/** Return a text with line ends that the composer can convert. */
const evenLines = (text: string): string => text.replace(/\r\n?/g, '\n');

function mailbox(name: string, { name: display, address }: MailAddress): { name: string; address: string } {
  const written = writableAddress(address);
  if (written === undefined) throw new TypeError(`not an address in ${name}`);
  return { name: shown(display), address: written };
}

function messageIdValue(name: string, value: string): string {
  if (!isMessageId(value)) throw new TypeError(`not a message id in ${name}`);
  return value;
}

/** Use base64 for all files, also for text, so that they arrive unchanged. */
function attachmentOf({ name, type, content, contentId }: OutgoingFile) {
  if (!MEDIA_TYPE.test(type)) throw new TypeError('not a media type');
  if (contentId !== undefined && !CONTENT_ID.test(contentId)) throw new TypeError('not a content id');
  return {
    filename: shownFile(name),
    contentType: type,
    ...(contentId !== undefined && { cid: contentId }),
    contentDisposition: contentId === undefined ? ('attachment' as const) : ('inline' as const),
    contentTransferEncoding: 'base64' as const,
    content: Buffer.from(content.buffer, content.byteOffset, content.byteLength),
  };
}

function headersOf(mail: OutgoingMail): Record<string, string> {
  const headers: Record<string, string> = { [OWN_HEADER]: '1' };
  if (mail.autoSubmitted) {
    headers['Auto-Submitted'] = mail.autoSubmitted;
    headers['X-Auto-Response-Suppress'] = 'All';
  }
  if (mail.listUnsubscribe) {
    if (!/^https?:\/\/[!-;=?-~]+$/.test(mail.listUnsubscribe) || mail.listUnsubscribe.length > LONGEST_LINK)
      throw new TypeError('not an unsubscribe address');
    headers['List-Unsubscribe'] = headerValue('List-Unsubscribe', `<${mail.listUnsubscribe}>`);
    headers['List-Unsubscribe-Post'] = 'List-Unsubscribe=One-Click';
  }
  for (const [name, value] of Object.entries(mail.headers ?? {})) {
    if (!HEADER_NAME.test(name)) throw new TypeError('not a header name');
    headers[name] = headerValue(name, value);
  }
  return headers;
}

/**
 * Compose the bytes of a mail, for SES `SendRawEmail` or SMTP. The same input gives the same bytes, so that a
 * repeated send is the same mail.
 * @throws TypeError when an address, an id or a link would break out of its header
 * @internal exported for tests
 */
export async function composeMail(mail: OutgoingMail): Promise<Uint8Array> {
  const composer = new MailComposer({
    from: mailbox('From', mail.from),
    to: mail.to.map((recipient) => mailbox('To', recipient)),
    ...(mail.cc && mail.cc.length > 0 ? { cc: mail.cc.map((recipient) => mailbox('Cc', recipient)) } : {}),
    ...(mail.replyTo ? { replyTo: mailbox('Reply-To', mail.replyTo) } : {}),
    subject: shown(mail.subject),
    text: evenLines(mail.text),
    html: evenLines(mail.html),
    messageId: messageIdValue('Message-ID', mail.messageId),
    ...(mail.inReplyTo ? { inReplyTo: messageIdValue('In-Reply-To', mail.inReplyTo) } : {}),
    references: mail.references.map((id) => messageIdValue('References', id)),
    headers: headersOf(mail),
    ...(mail.attachments ? { attachments: mail.attachments.map(attachmentOf) } : {}),
    date: new Date(mail.date),
    baseBoundary: createHash('sha256').update(mail.messageId).digest('hex').slice(0, 32),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Uint8Array(await composer.compile().build());
}

/** A composed mail: envelope sender, envelope recipients, and bytes. */
export interface ComposedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: Uint8Array;
}

/** Compose a mail with the envelope of its addresses, copies included. */
export async function composeForSending(mail: OutgoingMail): Promise<ComposedMail> {
  const to = [...mail.to, ...(mail.cc ?? [])].map((one) => mailbox('To', one).address);
  return { from: mailbox('From', mail.from).address, to, raw: await composeMail(mail) };
}
