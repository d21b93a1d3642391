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

const HEADER_SAMPLE = 64 * 1024;
const FIELD = /^[\x21-\x39\x3b-\x7e]{1,77}[ \t]*:/;
const SENDER = /^(?:from|sender|received|return-path|subject)[ \t]*:/i;

/**
 * Return where the body begins when the empty line after the header is missing: at the first line that is not
 * a field, if a sender came before it and no field follows. Return -1 for an ordinary mail, and for one with
 * a stray line among its fields.
 */
function unpartedBody(raw: Uint8Array): number {
  let body = -1;
  let strays = 0;
  let isNamed = false;
  for (let at = 0; at < raw.length && at < HEADER_SAMPLE; ) {
    const end = raw.indexOf(LF, at);
    const next = end < 0 ? raw.length : end + 1;
    const line = String.fromCharCode(...raw.subarray(at, Math.min(next, at + 100))).trimEnd();
    if (line === '') return isNamed && strays > 1 ? body : -1;
    const isField = FIELD.test(line);
    isNamed ||= SENDER.test(line);
    if (isField && body >= 0) return -1;
    if (!isField && at > 0 && !/^[ \t]/.test(line)) {
      if (body < 0) body = at;
      strays += 1;
    }
    at = next;
  }
  return isNamed ? body : -1;
}

/** Insert the missing empty line. */
function withBodyParted(raw: Uint8Array): Uint8Array {
  const at = unpartedBody(raw);
  if (at < 0) return raw;
  const parted = new Uint8Array(raw.length + 1);
  parted.set(raw.subarray(0, at));
  parted[at] = LF;
  parted.set(raw.subarray(at), at + 1);
  return parted;
}

/**
 * Remove the spaces before the colon of a first line `From :`, which is a field (RFC 5322 §4.5). Parsers take it for
 * the separator of a mailbox file, and skip it.
 */
function withFirstField(raw: Uint8Array): Uint8Array {
  const spaced = /^(from)[ \t]+:/i.exec(String.fromCharCode(...raw.subarray(0, 100)));
  if (!spaced) return raw;
  const field = raw.slice(spaced[0].length - 'from:'.length);
  field.set(raw.subarray(0, 'from'.length));
  return field;
}

/**
 * Normalise a mail so that its header begins at the first byte and its lines end in LF or CR LF, as parsers
 * expect. Gateways add a byte order mark or empty lines before it, write CR alone or CR CR LF, spaces before the first
 * colon, or leave out the empty line after the header.
 *
 * A normal mail is returned without a copy.
 */
export function evenLineEnds(raw: Uint8Array): Uint8Array {
  const start = startOfHeaders(raw);
  const mail = withFirstField(start === 0 ? raw : raw.subarray(start));
  if (mail.indexOf(LF) < 0)
    return mail.indexOf(CR) < 0 ? mail : mail.map((byte) => (byte === CR ? LF : byte));
  return withBodyParted(hasDoubleReturns(mail) ? withoutDoubleReturns(mail) : mail);
}
