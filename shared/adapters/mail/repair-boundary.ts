import type { MimeNode } from './charset-parser.ts';

/** Number of body bytes in which the first delimiter is searched. */
const SAMPLE = 100_000;

/** Return true when a mail declares parts and none was found, because its boundary is missing or wrong. */
export function lostItsParts(root: MimeNode | null): boolean {
  return root !== null && /^multipart\//.test(root.contentType || '') && root.children.length === 0;
}

/**
 * Return the mail with a Content-Type that fits its body: the boundary of the first line that looks like a
 * delimiter before a part's headers, or plain text when there is none. Return null when the mail has no body.
 */
export function withFoundBoundary(raw: Uint8Array): Uint8Array | null {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const separator = /\r?\n\r?\n/.exec(bytes.subarray(0, 1_000_000).toString('latin1'));
  if (!separator) return null;
  const bodyStart = separator.index + separator[0].length;
  const head = bytes.subarray(0, separator.index).toString('latin1');
  const sample = bytes.subarray(bodyStart, bodyStart + SAMPLE).toString('latin1');
  const found = /^--([^\s"]{1,70})[ \t]*\r?\n(?=content-[a-z-]{1,40}[ \t]*:)/im.exec(sample)?.[1];
  const type = found ? `multipart/mixed; boundary="${found}"` : 'text/plain';
  const headers = head
    .replace(/^content-type[ \t]*:.*(?:\r?\n[ \t].*)*(?:\r?\n)?/gim, '')
    .replace(/\s+$/, '');
  return Buffer.concat([
    Buffer.from(`${headers}\r\nContent-Type: ${type}\r\n\r\n`, 'latin1'),
    bytes.subarray(bodyStart),
  ]);
}
