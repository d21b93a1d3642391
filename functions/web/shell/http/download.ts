/** Return a file name that is valid on all systems: no path, no control or reordering characters, not empty. */
export const safeName = (name: string): string =>
  [
    ...name
      .toWellFormed()
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}"\\/:*?<>|]+/gu, '_')
      .replace(/^\.+/u, '_'),
  ]
    .slice(-120)
    .join('')
    .trim() || 'file';

const encode = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * Return a file of a sender as a download that browsers do not show, sniff or run. The name is sent in two
 * forms, for old and new browsers (RFC 6266, RFC 8187).
 */
export const download = (bytes: Uint8Array, name: string): Response => attached(bytes.slice(), name);

/** Return a file of any size as such a download, while it is written. */
export const downloadStream = (pieces: AsyncGenerator<Uint8Array>, name: string): Response =>
  attached(ReadableStream.from(pieces), name);

function attached(body: Uint8Array<ArrayBuffer> | ReadableStream, name: string): Response {
  const safe = safeName(name);
  const plain = safe.replace(/[^\x20-\x7e]/gu, '_');
  return new Response(body, {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encode(safe)}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
