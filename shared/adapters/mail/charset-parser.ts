import { Transform } from 'node:stream';
import { type Headers, MailParser, type MailParserOptions } from 'mailparser';
import { decodeText } from '#shared/domain/mail/charset.ts';
import { decodeWords } from '#shared/domain/mail/encoded-words.ts';
import { textTypeOf } from '#shared/domain/mail/text-type.ts';
import { forgivingBase64, isUuencode, uuDecoder } from './transfer-decoders.ts';

interface HeaderLine {
  key: string;
  /** The raw line, one character for each byte. */
  line: string;
}

interface SplitNode {
  headers: { get(name: string): readonly string[] };
  getDecoder(): Transform;
  charset: string | false;
  contentType: string | false;
  disposition: string | false;
  filename: string | false;
  encoding: string | false;
  parentNode: { contentType: string | false } | false;
}

/** One part from mailparser. The text of text parts is available after the whole mail is parsed. */
export interface MimeNode {
  readonly contentType: string | false;
  readonly headers: Headers;
  readonly isAttachment?: boolean;
  readonly textContent?: string;
  /** Whether its header has a valid type. */
  readonly isDeclared: boolean;
  readonly children: readonly MimeNode[];
}

/** Internal members of mailparser (3.14) that this file uses. */
interface ParserInternals {
  readonly tree: MimeNode | false;
  readonly hasText: boolean;
  readonly hasHtml: boolean;
  readonly libmime: { decodeWords(text: string): string };
  createNode(node: SplitNode): unknown;
  processHeaders(lines: HeaderLine[] | false): unknown;
}

const inherited = MailParser.prototype as unknown as ParserInternals;
const UNLABELLED = 'x-unlabelled';
const OFTEN_WRONG = /^(?:utf-?8|us-?ascii|ascii)$/i;

/**
 * Maximum number of parsed bytes of one text part: hundreds of pages. Strings cost a multiple of their bytes
 * and can end the thread.
 */
const LONGEST_TEXT = 2_000_000;
const TEXT = /^text\/(?:plain|html)$/;

/** Return the charset that an HTML part declares. Mail programs write it before the text. */
function charsetOfMeta(bytes: Buffer): string | null {
  const head = bytes.subarray(0, 2_048).toString('latin1');
  return /<meta\b[^>]{0,200}?charset\s*=\s*["']?([\w-]{2,40})/i.exec(head)?.[1] ?? null;
}

function wholeTextDecoder(label: string): Transform {
  const chunks: Buffer[] = [];
  return new Transform({
    transform(chunk: Buffer | string, _encoding, done) {
      chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, 'latin1') : chunk);
      done();
    },
    flush(done) {
      const bytes = Buffer.concat(chunks);
      done(null, Buffer.from(decodeText(bytes, label === UNLABELLED ? charsetOfMeta(bytes) : label)));
    },
  });
}

/** Limit a transfer decoder to `LONGEST_TEXT` bytes and drop the rest. */
function capped(decoder: Transform, whenCut: () => void): Transform {
  const push = decoder.push.bind(decoder);
  let room = LONGEST_TEXT;
  decoder.push = (chunk: Buffer | null, encoding?: BufferEncoding): boolean => {
    if (chunk === null) return push(null);
    const given = chunk.subarray(0, room);
    room -= given.length;
    if (given.length < chunk.length) whenCut();
    return given.length === 0 || push(given, encoding);
  };
  return decoder;
}

/**
 * Decode the bytes of a header line: raw UTF-8 (RFC 6532), or the undeclared 8-bit charset of old mailers.
 */
export function decodeHeaderLine(line: string): string {
  return decodeText(Buffer.from(line, 'latin1'), null);
}

/** Give a part without a valid type the type in which it is shown. Return true when it had none. */
function withReadableType(node: SplitNode): boolean {
  const isInDigest = node.parentNode && node.parentNode.contentType === 'multipart/digest';
  const shown = isInDigest ? undefined : textTypeOf(node.contentType || '');
  if (!shown) return false;
  node.contentType = shown.type;
  node.charset ||= shown.charset ?? false;
  return true;
}

/**
 * mailparser for text with a missing or wrong charset label. It chooses the charset after it has the whole
 * part; the original decodes by the label alone and replaces invalid bytes. Encoded words are decoded by
 * `decodeWords`, attached messages stay files, and text with a file name after the first text is a file too.
 */
export class CharsetParser extends MailParser {
  /** True when a text part was cut at the maximum length. */
  textWasCut = false;

  constructor(options: MailParserOptions) {
    // An option of mailsplit, passed through: an attached message is not part of this one.
    super({ ...options, ignoreEmbedded: true, keepDeliveryStatus: true } as MailParserOptions);
    this.#internals.libmime.decodeWords = decodeWords;
  }

  get #internals(): ParserInternals {
    return this as unknown as ParserInternals;
  }

  /** The parts, after the mail is parsed. */
  get parts(): MimeNode | null {
    return this.#internals.tree || null;
  }

  getDecoder() {
    return { decodeStream: wholeTextDecoder };
  }

  createNode(node: SplitNode): unknown {
    const isDeclared = node.headers.get('Content-Type').length > 0 && !withReadableType(node);
    if (!node.charset || OFTEN_WRONG.test(node.charset)) node.charset = UNLABELLED;
    const { hasText, hasHtml } = this.#internals;
    const isAlternative = node.parentNode && node.parentNode.contentType === 'multipart/alternative';
    if (node.filename && TEXT.test(node.contentType || '') && (hasText || hasHtml) && !isAlternative) {
      node.disposition = 'attachment';
    }
    if (TEXT.test(node.contentType || 'text/plain') && node.disposition !== 'attachment') {
      const decoder = node.getDecoder.bind(node);
      const whenCut = (): void => {
        this.textWasCut = true;
      };
      const isBase64 = node.encoding === 'base64';
      const decode = () =>
        isUuencode(node.encoding)
          ? uuDecoder()
          : isBase64
            ? forgivingBase64(decoder(), LONGEST_TEXT * 2)
            : decoder();
      node.getDecoder = () => capped(decode(), whenCut);
    } else if (isUuencode(node.encoding)) node.getDecoder = uuDecoder;
    return Object.assign(inherited.createNode.call(this, node) as object, { isDeclared });
  }

  processHeaders(lines: HeaderLine[] | false): unknown {
    for (const header of lines || []) {
      header.line = Buffer.from(decodeHeaderLine(header.line)).toString('latin1');
    }
    return inherited.processHeaders.call(this, lines);
  }
}
