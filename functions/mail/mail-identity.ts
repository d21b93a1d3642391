import { createHash } from 'node:crypto';
import { addressKey } from '#shared/domain/mail/address-key.ts';
import { causeId } from '#shared/runtime/ids.ts';

/** Header fields that the program of the author writes. Relays add others. */
const WRITTEN =
  /^(?:from|reply-to|to|cc|date|subject|in-reply-to|references|content-type|content-transfer-encoding)[ \t]*:/iu;
const LONGEST_HEADER = 1_000_000;

/** Return where the header ends and the body begins. */
function headerEnd(raw: Buffer): { readonly header: number; readonly body: number } {
  const ends = ['\r\n\r\n', '\n\n'].flatMap((gap) => {
    const at = raw.indexOf(gap);
    return at < 0 ? [] : [{ header: at, body: at + gap.length }];
  });
  return ends.sort((a, b) => a.header - b.header)[0] ?? { header: raw.length, body: raw.length };
}

/**
 * Return a hash of the content that the author sent: the header fields of the program and the body. It is the
 * same for every delivery of a mail, regardless of header fields that relays add.
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

/** The ids that distinguish mails. */
export interface MailIdentity {
  /**
   * The id of this content. A second delivery has the same cause; other content under the same Message-ID has
   * another.
   */
  readonly cause: string;
  /**
   * The id that other mails of the thread can derive: author and Message-ID. An author may use a Message-ID
   * twice.
   */
  readonly origin: string;
}

/**
 * Return the id of a mail in its thread, for which a reply has only the Message-ID. An unproven author gets
 * another id than the proven one.
 */
export const originOf = (messageId: string, author: string, proven: boolean): string =>
  `${proven ? 'mail' : 'unproven'}:${messageId}\n${addressKey(author)}`;

/** Return the identity of a mail. The hash of all bytes replaces a missing Message-ID. */
export function identityOf(
  messageId: string | null,
  author: { readonly address: string; readonly proven: boolean },
  { content, bytes }: { readonly content: string; readonly bytes: string },
): MailIdentity {
  const id = messageId ?? bytes;
  return {
    origin: originOf(id, author.address, author.proven),
    cause: causeId(`${originOf(id, author.address, true)}\n${content}`),
  };
}
