/** One value of BER (X.690): its tag, and the range of its content. */
interface Value {
  readonly tag: number;
  readonly from: number;
  readonly to: number;
  /** The position after the value, including the end mark of an indefinite length. */
  readonly next: number;
}

const SEQUENCE = 0x30;
const OID = 0x06;
const OCTETS = 0x04;
const OCTETS_IN_PIECES = 0x24;
const EXPLICIT_0 = 0xa0;
/** 1.2.840.113549.1.7.2, signedData (RFC 5652 §5.1). */
const SIGNED_DATA = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, 0x02];
const DEEPEST = 12;
const MOST_PIECES = 100_000;

/** Parse the value at a position. Return undefined when it is invalid or does not end before `end`. */
function valueAt(bytes: Uint8Array, at: number, end: number, depth = 0): Value | undefined {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined || at + 2 > end || depth > DEEPEST) return undefined;
  if (first === 0x80) return indefinite(bytes, tag, at + 2, end, depth);
  const extra = first < 0x80 ? 0 : first - 0x80;
  if (extra > 4 || at + 2 + extra > end) return undefined;
  let length = extra === 0 ? first : 0;
  for (let each = 0; each < extra; each += 1) length = length * 256 + (bytes[at + 2 + each] ?? 0);
  const from = at + 2 + extra;
  return from + length > end ? undefined : { tag, from, to: from + length, next: from + length };
}

function indefinite(
  bytes: Uint8Array,
  tag: number,
  from: number,
  end: number,
  depth: number,
): Value | undefined {
  let at = from;
  for (let count = 0; count < MOST_PIECES && at + 2 <= end; count += 1) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return { tag, from, to: at, next: at + 2 };
    const inner = valueAt(bytes, at, end, depth + 1);
    if (!inner) return undefined;
    at = inner.next;
  }
  return undefined;
}

function children(bytes: Uint8Array, { from, to }: Value): Value[] {
  const all: Value[] = [];
  for (let at = from; at < to && all.length < MOST_PIECES; ) {
    const inner = valueAt(bytes, at, to);
    if (!inner) return all;
    all.push(inner);
    at = inner.next;
  }
  return all;
}

/** Return the octets of a string, which may be split into pieces. */
function octets(bytes: Uint8Array, value: Value): Uint8Array | undefined {
  if (value.tag === OCTETS) return bytes.slice(value.from, value.to);
  if (value.tag !== OCTETS_IN_PIECES) return undefined;
  const pieces = children(bytes, value).filter(({ tag }) => tag === OCTETS);
  const whole = new Uint8Array(pieces.reduce((sum, { from, to }) => sum + to - from, 0));
  let at = 0;
  for (const { from, to } of pieces) {
    whole.set(bytes.subarray(from, to), at);
    at += to - from;
  }
  return whole;
}

/**
 * Return the mail inside an opaque S/MIME signature (RFC 8551 §3.5.2). The signature is not verified: DMARC
 * authenticates the author. Return undefined for encrypted content, a detached signature, or data other than
 * CMS.
 */
export function signedContent(bytes: Uint8Array): Uint8Array | undefined {
  const info = valueAt(bytes, 0, bytes.length);
  if (info?.tag !== SEQUENCE) return undefined;
  const [type, wrapper] = children(bytes, info);
  const isSigned =
    type?.tag === OID &&
    type.to - type.from === SIGNED_DATA.length &&
    SIGNED_DATA.every((byte, at) => bytes[type.from + at] === byte);
  if (!isSigned || wrapper?.tag !== EXPLICIT_0) return undefined;
  const [signed] = children(bytes, wrapper);
  // Skip version and digest algorithms; the signed content follows.
  const encapsulated = signed && children(bytes, signed)[2];
  const explicit = encapsulated && children(bytes, encapsulated)[1];
  const [content] = explicit?.tag === EXPLICIT_0 ? children(bytes, explicit) : [];
  return content && octets(bytes, content);
}
