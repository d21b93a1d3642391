import { Readable } from 'node:stream';
import type { AttachmentStream, Headers } from 'mailparser';
import type { MailAttachment, MailLimits } from '#shared/domain/mail/parsed-mail.ts';
import { attachmentName } from './attachment-name.ts';
import { CharsetParser, type MimeNode } from './charset-parser.ts';

/** A parsed mail: its headers decoded and raw, its parts, its files. */
export interface CollectedMail {
  readonly headers: Headers;
  /** Raw header lines, one character for each byte, keys in lower case. */
  readonly lines: readonly { readonly key: string; readonly line: string }[];
  readonly root: MimeNode | null;
  readonly attachments: readonly MailAttachment[];
  readonly textWasCut: boolean;
}

/** Parts that repeat the text for special readers. They are not files. */
const OTHER_WORDS = /^text\/(?:x-amp-html|watch-html|x-watch-html)$/;

/** Return the declared type. mailparser would guess another from the file's name. */
function declaredType(part: AttachmentStream): string {
  const header = part.headers.get('content-type') as { value?: string } | undefined;
  const declared = (header?.value ?? '').trim().toLowerCase();
  return /^[\w.+-]{1,80}\/[\w.+-]{1,120}$/.test(declared)
    ? declared
    : part.contentType || 'application/octet-stream';
}

/** Join chunks into bytes with their own buffer, which can be transferred to another thread. */
function ownBytes(chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const content = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    content.set(chunk, at);
    at += chunk.length;
  }
  return content;
}

/** Size of the slices for the parser. It copies its input, so never pass it the whole mail. */
const SLICE = 256 * 1024;

function* slices(raw: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < raw.length; at += SLICE) yield raw.subarray(at, at + SLICE);
}

/** Parse a raw mail with mailparser. Reject when it fails. */
export function collectParts(raw: Uint8Array, limits: MailLimits): Promise<CollectedMail> {
  return new Promise((resolve, reject) => {
    let headers: Headers = new Map();
    let lines: CollectedMail['lines'] = [];
    const attachments: MailAttachment[] = [];
    const parser = new CharsetParser({
      skipHtmlToText: true,
      skipTextToHtml: true,
      skipImageLinks: true,
      checksumAlgo: false,
      maxHeadSize: limits.headerBytes * 4,
      maxChildNodes: limits.parts,
    });
    parser.on('headers', (found) => {
      headers = found;
    });
    parser.on('headerLines', (found) => {
      lines = [...found];
    });
    parser.on('data', (part) => {
      if (part.type === 'text') return;
      const chunks: Buffer[] = [];
      part.content.on('data', (chunk: Buffer) => chunks.push(chunk));
      part.content.on('end', () => {
        const type = declaredType(part);
        const content = ownBytes(chunks.splice(0));
        if (!OTHER_WORDS.test(type)) {
          attachments.push({
            name: attachmentName(part.headers, type, attachments.length + 1),
            type,
            size: content.length,
            content,
            inline: part.contentDisposition === 'inline' || part.related === true,
            contentId: part.cid ?? null,
          });
        }
        part.release?.();
      });
    });
    parser.on('error', reject);
    parser.on('end', () =>
      resolve({ headers, lines, root: parser.parts, attachments, textWasCut: parser.textWasCut }),
    );
    Readable.from(slices(raw), { objectMode: true, highWaterMark: 1 }).pipe(parser);
  });
}
