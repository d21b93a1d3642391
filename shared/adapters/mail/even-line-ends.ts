const LF = 10;
const CR = 13;
const SPACES = new Set([9, LF, CR, 32]);
const SAMPLE = 16_384;

function startOfHeaders(raw: Uint8Array): number {
  let at = raw[0] === 0xef && raw[1] === 0xbb && raw[2] === 0xbf ? 3 : 0;
  while (at < raw.length && at < SAMPLE && SPACES.has(raw[at] ?? 0)) at += 1;
  return at >= raw.length || at === SAMPLE ? 0 : at;
}

function hasDoubleReturns(raw: Uint8Array): boolean {
  for (let at = raw.indexOf(CR); at >= 0 && at < SAMPLE; at = raw.indexOf(CR, at + 1)) {
    if (raw[at + 1] === CR && raw[at + 2] === LF) return true;
  }
  return false;
}

function withoutDoubleReturns(raw: Uint8Array): Uint8Array {
  const even = new Uint8Array(raw.length);
  let length = 0;
  for (let at = 0; at < raw.length; at += 1) {
    if (raw[at] === CR && raw[at + 1] === CR) continue;
    even[length] = raw[at] ?? 0;
    length += 1;
  }
  return even.subarray(0, length);
}

/**
 * A mail whose header block begins at its first byte and whose lines end in LF or CR LF, as every parser
 * expects it: gateways add a byte order mark or empty lines before it, write CR alone, or CR CR LF.
 * A mail that is even already is returned as it is, not copied.
 */
export function evenLineEnds(raw: Uint8Array): Uint8Array {
  const start = startOfHeaders(raw);
  const mail = start === 0 ? raw : raw.subarray(start);
  if (mail.indexOf(LF) < 0)
    return mail.indexOf(CR) < 0 ? mail : mail.map((byte) => (byte === CR ? LF : byte));
  return hasDoubleReturns(mail) ? withoutDoubleReturns(mail) : mail;
}
