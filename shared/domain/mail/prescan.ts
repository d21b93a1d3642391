import { type MailLimits, type Unreadable, unreadable } from './parsed-mail.ts';

const LF = 10;
const CR = 13;
const DASH = 45;

type Level = { readonly boundary: string | null };

/** The structure seen so far. A level without boundary is an attached message. */
interface Walk {
  readonly levels: Level[];
  parts: number;
  inHeader: boolean;
  headerStart: number;
}

function latin1(raw: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += 8_192) {
    text += String.fromCharCode(...raw.subarray(at, Math.min(at + 8_192, end)));
  }
  return text;
}

function contentTypeOf(header: string): string {
  const unfolded = header.replace(/\r?\n[ \t]+/g, ' ');
  return /^content-type[ \t]*:(.*)$/im.exec(unfolded)?.[1]?.trim() ?? '';
}

function levelOpenedBy(contentType: string): Level | null {
  if (/^message\/(?:rfc822|global)\b/i.test(contentType)) return { boundary: null };
  if (!/^multipart\//i.test(contentType)) return null;
  const found = /;[ \t]*boundary\*?[ \t]*=[ \t]*(?:"([^"]*)"|([^;\s"]+))/i.exec(contentType);
  const boundary = (found?.[1] ?? found?.[2] ?? '').trim();
  return boundary === '' ? null : { boundary };
}

function endHeader(walk: Walk, raw: Uint8Array, at: number, next: number): void {
  const level = levelOpenedBy(contentTypeOf(latin1(raw, walk.headerStart, at)));
  if (level) walk.levels.push(level);
  walk.inHeader = level !== null && level.boundary === null;
  walk.headerStart = next;
}

function meetDelimiter(walk: Walk, line: string, next: number): void {
  for (let index = walk.levels.length - 1; index >= 0; index -= 1) {
    const boundary = walk.levels[index]?.boundary;
    if (boundary == null || !line.startsWith(boundary)) continue;
    const rest = line.slice(boundary.length).trimEnd();
    if (rest !== '' && rest !== '--') continue;
    walk.levels.length = rest === '--' ? index : index + 1;
    walk.parts += rest === '--' ? 0 : 1;
    walk.inHeader = rest === '';
    walk.headerStart = next;
    return;
  }
}

function exceeded(walk: Walk, position: number, limits: MailLimits): Unreadable | null {
  if (walk.inHeader && position - walk.headerStart > limits.headerBytes) {
    return unreadable('header-too-large', `a header block exceeds ${limits.headerBytes} bytes`);
  }
  if (walk.parts > limits.parts) {
    return unreadable('too-many-parts', `the mail has more than ${limits.parts} parts`);
  }
  if (walk.levels.length > limits.depth) {
    return unreadable('nested-too-deep', `the mail nests deeper than ${limits.depth} levels`);
  }
  return null;
}

function walkStructure(raw: Uint8Array, limits: MailLimits): Unreadable | null {
  const walk: Walk = { levels: [], parts: 0, inHeader: true, headerStart: 0 };
  for (let start = 0; start < raw.length; ) {
    const feed = raw.indexOf(LF, start);
    const next = feed < 0 ? raw.length : feed + 1;
    const end = feed > start && raw[feed - 1] === CR ? feed - 1 : feed < 0 ? raw.length : feed;
    if (raw[start] === DASH && raw[start + 1] === DASH) {
      meetDelimiter(walk, latin1(raw, start + 2, Math.min(end, start + 1_000)), next);
    } else if (walk.inHeader && end === start) {
      endHeader(walk, raw, start, next);
    }
    const refusal = exceeded(walk, next, limits);
    if (refusal) return refusal;
    start = next;
  }
  return null;
}

/**
 * Reject a mail whose size or structure would make any parser slow, before it is parsed: one pass over the
 * lines with a stack of open boundaries (RFC 2046 §5.1) and attached messages.
 * @returns the reason, or null when the mail may be parsed
 */
export function prescan(raw: Uint8Array, limits: MailLimits): Unreadable | null {
  if (raw.length === 0) return unreadable('empty', 'the mail has no bytes');
  if (raw.length > limits.bytes) {
    return unreadable('too-large', `the mail has ${raw.length} bytes, more than ${limits.bytes}`);
  }
  return walkStructure(raw, limits);
}
