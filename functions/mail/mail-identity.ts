import { createHash } from 'node:crypto';
import type { ParsedMail } from '#shared/domain/mail/parsed-mail.ts';
import { causeId } from '#shared/runtime/ids.ts';

/** Header fields that the author's program writes; relays add others on the way. */
const WRITTEN =
  /^(?:from|reply-to|to|cc|date|subject|in-reply-to|references|content-type|content-transfer-encoding)[ \t]*:/iu;
const LONGEST_HEADER = 1_000_000;

/** Where the header ends and the body begins. */
function headerEnd(raw: Buffer): { readonly header: number; readonly body: number } {
  const ends = ['\r\n\r\n', '\n\n'].flatMap((gap) => {
    const at = raw.indexOf(gap);
    return at < 0 ? [] : [{ header: at, body: at + gap.length }];
  });
  return ends.sort((a, b) => a.header - b.header)[0] ?? { header: raw.length, body: raw.length };
}

/**
 * A hash over what the author sent: the header fields of their program and the body. The same mail has it again
 * when it is delivered again, whatever relays wrote into its header.
 */
export function contentHash(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { header, body } = headerEnd(raw);
  const fields = raw
    .toString('latin1', 0, Math.min(header, LONGEST_HEADER))
    .replace(/\r?\n[ \t]+/gu, ' ')
    .split(/\r?\n/u)
    .filter((line) => WRITTEN.test(line));
  return createHash('sha256')
    .update(`${fields.join('\n')}\n\n`)
    .update(raw.subarray(body))
    .digest('hex');
}

/** What tells one mail from another. */
export interface MailIdentity {
  /** The same message delivered twice is the same cause; other words under the same Message-ID are another. */
  readonly cause: string;
  /** The mail as others of its thread name it: its author and Message-ID, which its author may use twice. */
  readonly origin: string;
}

/** The name of a mail in its thread, of which a reply knows no more than the Message-ID. */
export const originOf = (messageId: string, from: string): string =>
  `mail:${messageId}\n${from.toLowerCase()}`;

/** The identity of a mail with the given hashes: that of all its bytes stands in for a missing Message-ID. */
export function identityOf(
  { messageId, from }: ParsedMail,
  { content, bytes }: { readonly content: string; readonly bytes: string },
): MailIdentity {
  const origin = originOf(messageId ?? bytes, from?.address ?? '');
  return { origin, cause: causeId(`${origin}\n${content}`) };
}
