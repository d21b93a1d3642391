const UNRELIABLE = new Set(['utf-8', 'windows-1252']);
const MULTI_BYTE = /^(?:gb|big5|euc-|shift_jis|iso-2022|utf-16)/;
const FREQUENT = new Set('المنويرتهبةدعسفكقح');

/** WHATWG's name of a charset label, or null when nobody knows the label (RFC 2978, WHATWG Encoding). */
function canonical(label: string | null): string | null {
  if (label === null) return null;
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Broken UTF-8 is still UTF-8 when more of its non-ASCII characters are whole than not. */
function isMostlyUtf8(text: string): boolean {
  let whole = 0;
  let broken = 0;
  for (const character of text) {
    if (character === '\ufffd') broken += 1;
    else if (character > '\u007f') whole += 1;
  }
  return whole > broken;
}

function isMostlyHigh(bytes: Uint8Array): boolean {
  let high = 0;
  let ascii = 0;
  for (const byte of bytes) {
    if (byte >= 0xc0) high += 1;
    else if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) ascii += 1;
  }
  return high > 2 && high * 2 > ascii;
}

/** How much a decoding reads like Arabic: frequent letters count for it, Latin accents and gaps against. */
function arabicScore(text: string): number {
  let score = 0;
  for (const character of text) {
    if (FREQUENT.has(character)) score += 1;
    else if (character === '\ufffd' || (character >= '\u0080' && character <= '\u024f')) score -= 2;
  }
  return score;
}

function arabicEncodingOf(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 16_384);
  const windows = arabicScore(new TextDecoder('windows-1256').decode(sample));
  const iso = arabicScore(new TextDecoder('iso-8859-6').decode(sample));
  return iso > windows ? 'iso-8859-6' : 'windows-1256';
}

/**
 * Text from bytes whose charset label may be missing, unknown or wrong. Valid UTF-8 is UTF-8 whatever
 * the label says (no Arabic single-byte text is valid UTF-8 by chance); a label that is commonly a mere
 * default (utf-8, us-ascii, iso-8859-1, windows-1252) is checked against what the bytes look like.
 */
export function decodeText(bytes: Uint8Array, label: string | null): string {
  const encoding = canonical(label);
  if (encoding !== null && MULTI_BYTE.test(encoding)) return new TextDecoder(encoding).decode(bytes);
  const utf8 = decodeStrictUtf8(bytes);
  if (utf8 !== null) return utf8;
  const lenient = new TextDecoder().decode(bytes);
  if ((encoding === null || UNRELIABLE.has(encoding)) && isMostlyUtf8(lenient)) return lenient;
  if (encoding === 'iso-8859-6') return new TextDecoder(arabicEncodingOf(bytes)).decode(bytes);
  if (encoding !== null && !UNRELIABLE.has(encoding)) return new TextDecoder(encoding).decode(bytes);
  const guess = isMostlyHigh(bytes) ? arabicEncodingOf(bytes) : 'windows-1252';
  return new TextDecoder(guess).decode(bytes);
}
