import type { Blob } from '#shared/ports/outside.ts';
import { download } from './download.ts';

/**
 * Audio types that a browser plays and cannot run, and the transcript that the local server stores instead
 * of audio.
 */
const PLAYED: ReadonlyMap<string, string> = new Map([
  ...['audio/wav', 'audio/webm', 'audio/ogg', 'audio/mp4', 'audio/mpeg'].map((type) => [type, type] as const),
  ['text/plain', 'text/plain; charset=utf-8'],
]);

/** Return a recording to play in the browser. Any other type is a download, like every file of a sender. */
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
