import type { AddressObject, AttachmentStream, Headers, MessageText } from 'mailparser';
import { isTooDeep, wordsOnly } from '#shared/domain/mail/html-depth.ts';
import {
  type MailAddress,
  type MailAttachment,
  type MailDefect,
  type MailLimits,
  type ParsedMail,
  type Unreadable,
  unreadable,
} from '#shared/domain/mail/parsed-mail.ts';
import { stripBidiControls } from '#shared/domain/text/bidi.ts';
import { languageOf } from '#shared/domain/text/language.ts';
import { CharsetParser, decodeHeaderLine } from './charset-parser.ts';
import { htmlToText } from './html-text.ts';

/** Characters of HTML that are made into text: far beyond what anybody writes by hand. */
const LONGEST_HTML = 1_000_000;
const KNOWN = new Set(['from', 'to', 'date', 'subject', 'message-id', 'received', 'mime-version']);
const KEPT =
  /^(?:auto-submitted|precedence|list-.+|return-path|sender|content-type|authentication-results|feedback-id|x-auto.+|x-loop|x-failed-recipients|x-rida-.+|x-ses-.+)$/;

interface Collected {
  headers: Headers;
  lines: { key: string; line: string }[];
  text: MessageText | null;
  attachments: MailAttachment[];
}

function attachmentName(part: AttachmentStream, position: number): string {
  for (const [header, parameter] of [
    ['content-disposition', 'filename'],
    ['content-type', 'name'],
  ] as const) {
    const value = part.headers.get(header) as { params?: Record<string, string> } | undefined;
    const name = stripBidiControls(value?.params?.[parameter] ?? '')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
      .replace(/[\u0000-\u001f\u007f]/g, '')
      .replace(/^.*[\\/]/, '')
      .trim();
    if (name !== '') return name;
  }
  return `attachment-${position}${part.contentType === 'message/rfc822' ? '.eml' : ''}`;
}

function collect(raw: Uint8Array, limits: MailLimits): Promise<Collected> {
  return new Promise((resolve, reject) => {
    const found: Collected = { headers: new Map(), lines: [], text: null, attachments: [] };
    const parser = new CharsetParser({
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
      checksumAlgo: false,
      maxHeadSize: limits.headerBytes * 4,
      maxChildNodes: limits.parts,
    });
    parser.on('headers', (headers) => {
      found.headers = headers;
    });
    parser.on('headerLines', (lines) => {
      found.lines = [...lines];
    });
    parser.on('data', (part) => {
      if (part.type === 'text') {
        found.text = part;
        return;
      }
      const chunks: Buffer[] = [];
      part.content.on('data', (chunk: Buffer) => chunks.push(chunk));
      part.content.on('end', () => {
        const content = new Uint8Array(Buffer.concat(chunks));
        found.attachments.push({
          name: attachmentName(part, found.attachments.length + 1),
          type: part.contentType,
          size: content.length,
          content,
          inline: part.contentDisposition === 'inline' || part.related === true,
          contentId: part.cid ?? null,
        });
        part.release?.();
      });
    });
    parser.on('error', reject);
    parser.on('end', () => resolve(found));
    parser.end(raw);
  });
}

function addresses(value: unknown): MailAddress[] {
  const objects = [value ?? []].flat() as AddressObject[];
  return objects
    .flatMap((object) => object.value)
    .flatMap((entry) => entry.group ?? [entry])
    .filter((entry) => /^[^\s@<>]+@[^\s@<>]+$/.test(entry.address ?? ''))
    .map(({ name, address = '' }) => {
      const at = address.lastIndexOf('@');
      return {
        name: stripBidiControls(name).trim(),
        address: address.slice(0, at) + address.slice(at).toLowerCase(),
      };
    });
}

function unfold(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n(?=[ \t])/g, '')
    .trim();
}

function keptHeaders(lines: Collected['lines']): Record<string, string> {
  const kept = new Map<string, string>();
  for (const { key, line } of lines) {
    if (!KEPT.test(key)) continue;
    const value = unfold(decodeHeaderLine(line));
    const earlier = kept.get(key);
    kept.set(key, earlier === undefined ? value : `${earlier}\n${value}`);
  }
  return Object.fromEntries(kept);
}

function dateOf(lines: Collected['lines']): number | null {
  const line = lines.find((header) => header.key === 'date');
  const instant = line ? Date.parse(unfold(line.line)) : Number.NaN;
  return Number.isFinite(instant) ? instant : null;
}

function stringOf(headers: Headers, name: string): string | null {
  const value = [headers.get(name) ?? []].flat()[0];
  return typeof value === 'string' && value !== '' ? value : null;
}

function referencesOf(headers: Headers): string[] {
  const values = [headers.get('references') ?? []].flat() as unknown[];
  return values
    .filter((value): value is string => typeof value === 'string')
    .flatMap((value) => value.match(/<[^<>\s]{1,998}>/g) ?? []);
}

function defectsOf(found: Collected, authors: number, html: string | null): MailDefect[] {
  const defects: MailDefect[] = [];
  if (found.lines.filter(({ key }) => key === 'from').length > 1) defects.push('several-from-headers');
  if (authors > 1) defects.push('several-authors');
  if (html !== null && isTooDeep(html.slice(0, LONGEST_HTML))) defects.push('html-too-deep');
  return defects;
}

function textOf(plain: string, html: string | null): string {
  if (plain.trim() !== '' || html === null) return plain;
  const shown = html.slice(0, LONGEST_HTML);
  return isTooDeep(shown) ? wordsOnly(shown) : htmlToText(shown);
}

/** Reads one mail whose structure has passed the prescan. Runs in the worker: it may be slow, or die. */
export async function readMail(raw: Uint8Array, limits: MailLimits): Promise<ParsedMail | Unreadable> {
  const found = await collect(raw, limits);
  if (!found.lines.some(({ key }) => KNOWN.has(key))) {
    return unreadable('not-a-mail', 'the bytes have no header of a mail');
  }
  const { headers } = found;
  const html = found.text?.html || null;
  const text = textOf(found.text?.text ?? '', html);
  const from = addresses(headers.get('from'));
  const subject = stripBidiControls(stringOf(headers, 'subject') ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return {
    kind: 'parsed',
    messageId: stringOf(headers, 'message-id'),
    inReplyTo: stringOf(headers, 'in-reply-to'),
    references: referencesOf(headers),
    date: dateOf(found.lines),
    from: from[0] ?? null,
    replyTo: addresses(headers.get('reply-to'))[0] ?? null,
    to: addresses(headers.get('to')),
    cc: addresses(headers.get('cc')),
    subject,
    text,
    html,
    attachments: found.attachments,
    headers: keptHeaders(found.lines),
    language: languageOf(`${subject}\n${text.slice(0, 20_000)}`),
    defects: defectsOf(found, from.length, html),
  };
}
