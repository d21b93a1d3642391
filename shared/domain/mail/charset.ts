import { DOS_720 } from './data/dos-720.ts';
import { decodeUtf7 } from './utf7.ts';
import { decodeWide } from './wide-text.ts';

const UNRELIABLE = new Set(['utf-8', 'windows-1252']);
const MULTI_BYTE = /^(?:gb|big5|euc-|shift_jis|iso-2022|utf-16)/;
const FREQUENT = new Set('المنويرتهبةدعسفكقح');

const UTF_7 = 'utf-7';
const CP_720 = 'dos-720';
/** Charset labels of mailers that the WHATWG table does not contain. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^(?:unicode-?(?:1-1|2-0)-?)?(?:x-)?utf-?7(?:-imap)?$/, UTF_7],
  [/^(?:x-)?(?:windows|win|cp|ms|ansi)[-_ ]?(125\d|874)$/, 'windows-$1'],
  [/^(?:cp|ms|windows|ibm)[-_]?(?:932|31j|943)$/, 'shift_jis'],
  [/^(?:cp|ms|windows)[-_]?936$|^euc-?cn$|^gb_?18030.*$/, 'gb18030'],
  [/^(?:cp|ms|windows)[-_]?949$/, 'euc-kr'],
  [/^(?:cp|ms|windows)[-_]?950$/, 'big5'],
  [/^utf-?8-?mb[34]$|^utf_8$|^unicode$/, 'utf-8'],
  [/^(?:(?:dos|cp|ibm|oem|ms|windows)[-_ ]?)?720$/, CP_720],
  [/^iso[-_ ]?8859[-_ ]?(\d{1,2})(?:[-_ ][a-z].*)?$/, 'iso-8859-$1'],
  [/^asmo[-_]?(?:449|708)(?:\+)?$/, 'iso-8859-6'],
];

function resolve(label: string): string {
  for (const [pattern, name] of ALIASES) {
    if (pattern.test(label)) return label.replace(pattern, name);
  }
  return label;
}

const cleanLabel = (label: string | null): string =>
  (label ?? '')
    .trim()
    .replace(/^["']|["']$/g, '')
    .toLowerCase();

/** Return WHATWG's name of a charset label, or null for an unknown label (RFC 2978, WHATWG Encoding). */
function canonical(label: string | null): string | null {
  const name = resolve(cleanLabel(label));
  if (name === UTF_7 || name === CP_720) return name;
  // WHATWG's table has it for scripts that read bytes. It maps letters to invisible characters.
  if (name === 'x-user-defined') return null;
  try {
    return new TextDecoder(name).encoding;
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

/** Invalid UTF-8 still counts as UTF-8 when most of its non-ASCII characters are valid. */
function isMostlyUtf8(text: string): boolean {
  let whole = 0;
  let broken = 0;
  for (const character of text) {
    if (character === '\ufffd') broken += 1;
    else if (character > '\u007f') whole += 1;
  }
  return whole > broken;
}

/**
 * Return true for a script other than Latin: its letters above ASCII form words, whereas those of a European
 * language are single letters between ASCII letters.
 */
export function hasWordsAboveAscii(bytes: Uint8Array): boolean {
  let wordBytes = 0;
  let alone = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const start = at;
    while (at < bytes.length && (bytes[at] ?? 0) >= 0xc0) at += 1;
    const run = at - start;
    if (run >= 3) wordBytes += run;
    else alone += run;
  }
  return wordBytes > alone;
}

const isAsciiLetter = (byte = 0): boolean => (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);

/** Return true for the accented letters of a European language: most are beside a letter of ASCII. */
function isAccented(bytes: Uint8Array): boolean {
  let beside = 0;
  let apart = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const start = at;
    while (at < bytes.length && (bytes[at] ?? 0) >= 0xc0) at += 1;
    if (at === start) continue;
    if (at - start <= 2 && (isAsciiLetter(bytes[start - 1]) || isAsciiLetter(bytes[at]))) beside += 1;
    else apart += 1;
  }
  return beside > apart;
}

const decode720 = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : (DOS_720[byte - 0x80] ?? ''))).join(
    '',
  );

const ARABIC = ['windows-1256', 'iso-8859-6'] as const;

/** Count characters that no Arabic text contains: gaps, and the French letters of windows-1256. */
const strangers = (text: string): number => text.match(/[\ufffd\u0080-\u024f]/g)?.length ?? 0;

const frequent = (text: string): number => [...text].filter((character) => FREQUENT.has(character)).length;

/**
 * Choose between the two Arabic charsets. They share half their letters, so both may fit a short text. Then
 * use the label, and without one the charset with more of the frequent letters.
 */
function decodeArabic(bytes: Uint8Array, label: string | null): string {
  const sample = bytes.subarray(0, 16_384);
  const [first, second] = ARABIC.map((encoding) => ({
    encoding,
    text: new TextDecoder(encoding).decode(sample),
  }));
  if (!first || !second) return '';
  const odds = strangers(first.text) - strangers(second.text) || frequent(second.text) - frequent(first.text);
  const isClear = strangers(first.text) !== strangers(second.text);
  const fitting = odds > 0 ? second.encoding : first.encoding;
  return new TextDecoder(label !== null && !isClear ? label : fitting).decode(bytes);
}

/**
 * Decode bytes whose charset label may be missing, unknown or wrong. Valid UTF-8 is decoded as UTF-8 whatever
 * the label (Arabic single-byte text is never valid UTF-8 by chance). A label that is often just a default
 * (utf-8, us-ascii, iso-8859-1, windows-1252) is checked against the bytes.
 */
export function decodeText(bytes: Uint8Array, label: string | null): string {
  const wide = decodeWide(bytes, cleanLabel(label));
  if (wide !== undefined) return wide;
  const encoding = canonical(label);
  if (encoding === UTF_7) return decodeUtf7(bytes);
  const utf8 = decodeStrictUtf8(bytes);
  if (encoding !== null && MULTI_BYTE.test(encoding)) {
    const labelled = new TextDecoder(encoding).decode(bytes);
    return utf8 !== null && labelled.includes('\ufffd') ? utf8 : labelled;
  }
  if (utf8 !== null) return utf8;
  const lenient = new TextDecoder().decode(bytes);
  if ((encoding === null || UNRELIABLE.has(encoding)) && isMostlyUtf8(lenient)) return lenient;
  if (encoding === CP_720) return decode720(bytes);
  if (encoding === 'iso-8859-6' || encoding === 'windows-1256')
    return isAccented(bytes) ? new TextDecoder('windows-1252').decode(bytes) : decodeArabic(bytes, encoding);
  if (encoding !== null && !UNRELIABLE.has(encoding)) return new TextDecoder(encoding).decode(bytes);
  return hasWordsAboveAscii(bytes)
    ? decodeArabic(bytes, null)
    : new TextDecoder('windows-1252').decode(bytes);
}
