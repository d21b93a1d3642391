import type { MimeNode } from './charset-parser.ts';

/** Number of body bytes in which the first delimiter is searched. */
const SAMPLE = 100_000;

/** Maximum number of parts inside the mail that are mended. */
const MOST_MENDED = 50;

const isEmptyMultipart = (node: MimeNode): boolean =>
  /^multipart\//.test(node.contentType || '') && node.children.length === 0;

/** Return true when a mail declares parts and none was found, because its boundary is missing or wrong. */
export function lostItsParts(root: MimeNode | null): boolean {
  return root !== null && isEmptyMultipart(root);
}

/** Return true when a part inside a mail declares parts and none was found. */
export const hasLostParts = (root: MimeNode | null): boolean =>
  root?.children.some((node) => isEmptyMultipart(node) || hasLostParts(node)) === true;

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

/** A header of several parts: its type, its parameters, and a boundary on a line of its own without indentation. */
const MULTIPART =
  /^content-type[ \t]*:[ \t]*(multipart\/[\w-]{1,40})([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)(\r?\n(?:\r?\n)?boundary[ \t]*=[^\r\n]*)?/gim;
const PARAMETER = /;\s*boundary\s*=\s*"?[^\s";]/i;
const NAMED = /boundary\s*=\s*"?([^\s";]{1,70})/i;
const DELIMITER = /^--([^\s"]{1,70})[ \t]*\r?\n(?=content-[a-z-]{1,40}[ \t]*:)/gim;

/**
 * Return the mail with a boundary for each part of several parts without one: the boundary on a line that was not
 * indented or not separated by a semicolon, otherwise that of the next delimiter; plain text when there is none.
 */
export function withMendedParts(raw: Uint8Array): Uint8Array {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');
  const declared = new Set(
    [...text.matchAll(MULTIPART)].flatMap(([, , parameters = '']) => NAMED.exec(parameters)?.[1] ?? []),
  );
  let mended = 0;
  const whole = text.replace(
    MULTIPART,
    (header, type: string, parameters: string, below = '', at: number) => {
      if (PARAMETER.test(parameters) || mended >= MOST_MENDED) return header;
      mended += 1;
      const start = at + String(header).length;
      const next = () =>
        [...text.slice(start, start + SAMPLE).matchAll(DELIMITER)].find(
          ([, one = '']) => !declared.has(one),
        )?.[1];
      const boundary = NAMED.exec(`${parameters}${below}`)?.[1] ?? next();
      return `Content-Type: ${boundary === undefined ? 'text/plain' : `${type}; boundary="${boundary}"`}`;
    },
  );
  return Buffer.from(whole, 'latin1');
}
