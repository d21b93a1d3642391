import type { Blob } from '#shared/ports/outside.ts';
import { download } from './download.ts';

/** Sound that browsers play and that can be nothing else, and the words that one computer keeps in place of it. */
const PLAYED: ReadonlyMap<string, string> = new Map([
  ...['audio/wav', 'audio/webm', 'audio/ogg', 'audio/mp4', 'audio/mpeg'].map((type) => [type, type] as const),
  ['text/plain', 'text/plain; charset=utf-8'],
]);

/** A recording to be heard in the browser; what is no sound is a download like any stranger's file. */
export function audio({ bytes, contentType }: Blob, name: string): Response {
  const [type = ''] = contentType.toLowerCase().split(';');
  const played = PLAYED.get(type.trim());
  if (played === undefined) return download(bytes, name);
  return new Response(bytes.slice(), {
    headers: {
      'Content-Type': played,
      'Content-Length': String(bytes.byteLength),
      'Content-Disposition': 'inline',
      'Content-Security-Policy': "sandbox; default-src 'none'; media-src 'self'",
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
