import { Transform } from 'node:stream';

/** Detect plain text: words with spaces, or letters that base64 does not use. */
const isPlainly = (head: string): boolean =>
  /[A-Za-z]{2,} [A-Za-z]+ [A-Za-z]/.test(head) || (head.match(/[\x80-\xff]/g)?.length ?? 0) * 4 > head.length;

const BASE64_LINE = /^[A-Za-z0-9+/]+={0,2}$/;

/** Return the number of lines at the beginning of a text that are base64. Lists add their own lines after its end. */
function base64Lines(lines: readonly string[]): number {
  const first = lines.find((line) => line.trim() !== '')?.trim().length ?? 0;
  let before: string | undefined;
  let end = 0;
  for (const [at, line] of lines.entries()) {
    const text = line.trim();
    if (text === '') continue;
    if (!BASE64_LINE.test(text)) break;
    if (before !== undefined && (before.endsWith('=') || before.length < first)) break;
    before = text;
    end = at + 1;
  }
  return end;
}

/** Return the text of base64 with lines in clear after it. Undefined when it is not base64 at its beginning. */
function base64WithFooter(bytes: Buffer): Buffer | undefined {
  const lines = bytes.toString('latin1').split(/\r?\n/);
  const end = base64Lines(lines);
  const encoded = lines.slice(0, end).join('').replace(/\s/g, '');
  if (encoded === '' || encoded.length % 4 === 1) return undefined;
  const decoded = Buffer.from(encoded, 'base64');
  // Words in clear that only look like base64 decode to control characters.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters do not occur in text
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(decoded.toString('latin1'))) return undefined;
  const footer = lines.slice(end).join('\n').trimEnd();
  return footer.trim() === ''
    ? decoded
    : Buffer.concat([decoded, Buffer.from(`\n\n${footer.trimStart()}`, 'latin1')]);
}

const HEAD = 400;

/**
 * Decode base64, but pass plain text that is wrongly labelled as base64 unchanged, and keep lines in clear after the
 * base64.
 * @param longest octets of a part with lines in clear; the rest is dropped
 */
export function forgivingBase64(decoder: Transform, longest: number): Transform {
  const kept: Buffer[] = [];
  let length = 0;
  let isMixed: boolean | undefined;
  /** Judge the first octets together: a chunk may be one line. */
  const judge = (): void => {
    isMixed = isPlainly(Buffer.concat(kept).subarray(0, HEAD).toString('latin1'));
    if (!isMixed) for (const chunk of kept.splice(0)) decoder.write(chunk);
  };
  const gate = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      if (isMixed === false) {
        decoder.write(chunk, () => done());
        return;
      }
      const room = Math.max(0, longest - length);
      kept.push(chunk.subarray(0, room));
      length += chunk.length;
      if (isMixed === undefined && length >= HEAD) judge();
      done();
    },
    flush(done) {
      if (isMixed === undefined) judge();
      if (isMixed) {
        const whole = Buffer.concat(kept);
        return done(null, base64WithFooter(whole) ?? whole);
      }
      decoder.once('end', () => done());
      decoder.end();
    },
  });
  decoder.on('data', (chunk: Buffer) => gate.push(chunk));
  decoder.on('error', (error) => gate.destroy(error));
  return gate;
}

const UU = /^(?:x-)?uu(?:e|encode|encoded)?$/;

/** Return true for the name of uuencode in Content-Transfer-Encoding, which has no standard. */
export const isUuencode = (encoding: string | false): boolean =>
  UU.test((encoding || '').trim().toLowerCase());

/** Decode one line of uuencode (POSIX): its number of octets, and four characters for each three octets. */
function uuLine(line: string): Buffer {
  const length = ((line.charCodeAt(0) || 32) - 32) & 63;
  const bytes: number[] = [];
  for (let at = 1; bytes.length < length; at += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((n) => ((line.charCodeAt(at + n) || 32) - 32) & 63);
    bytes.push((a << 2) | (b >> 4), ((b & 15) << 4) | (c >> 2), ((c & 3) << 6) | d);
  }
  return Buffer.from(bytes.slice(0, length));
}

/** Return the content between the lines `begin` and `end`, or everything when there are none. */
function decodeUu(bytes: Buffer): Buffer {
  const lines = bytes.toString('latin1').split(/\r?\n/);
  const begin = lines.findIndex((line) => /^begin [0-7]{3,4} /.test(line));
  if (begin < 0) return bytes;
  const end = lines.findIndex((line, at) => at > begin && /^end\s*$/.test(line));
  const content = lines.slice(begin + 1, end < 0 ? undefined : end);
  return Buffer.concat(content.filter((line) => line !== '').map(uuLine));
}

/** Decode a part in uuencode. */
export function uuDecoder(): Transform {
  const chunks: Buffer[] = [];
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
    flush: (done) => done(null, decodeUu(Buffer.concat(chunks))),
  });
}
