/** The encodings in which spreadsheets save a list. */
export type ListEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256';

/** No known encoding fits the bytes. The list must be saved again. */
export class UnknownEncoding extends Error {}

const MARKS: readonly (readonly [ListEncoding, readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** The signs of a list: ASCII, Latin and Arabic letters, and marks of direction. */
const LISTED = /[\t\n\r -~\u00a0-\u024f\u0600-\u06ff\u2000-\u206f\ufb50-\ufefc]/gu;

/**
 * UTF-16 without a mark has a zero byte beside each sign of ASCII, such as a digit or a separator, and reads as such
 * signs. A lost zero byte in another encoding does not: two signs of ASCII together are one of Chinese.
 */
function unmarkedUtf16(start: Uint8Array): ListEncoding | undefined {
  let [even, odd] = [0, 0];
  start.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  if (even + odd === 0) return undefined;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  const text = new TextDecoder(encoding).decode(start.subarray(0, start.length - (start.length % 2)));
  return (text.match(LISTED)?.length ?? 0) > 0.9 * text.length ? encoding : undefined;
}

/** Letters of European languages, which no Arabic list has in such number. */
const FOREIGN = /[\u0080-\u009f\u00c0-\u024f\ufffd]/gu;
const ARABIC = /[\u0621-\u064a]/gu;

/** Is a text that is not UTF-8 in windows-1256, rather than in another encoding of one byte a letter? */
export function fitsWindows1256(sample: Uint8Array): boolean {
  const text = new TextDecoder('windows-1256').decode(sample);
  const [arabic = 0, foreign = 0] = [ARABIC, FOREIGN].map((letters) => text.match(letters)?.length ?? 0);
  return arabic >= 9 * foreign;
}

/** Return which UTF-16 a file is in, by its first bytes. */
export function utf16Of(chunk: Uint8Array): ListEncoding | undefined {
  const marked = MARKS.find(([, mark]) => mark.every((byte, at) => chunk[at] === byte));
  return marked?.[0] ?? unmarkedUtf16(chunk.subarray(0, 4096));
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * Tell the encoding of a whole file: UTF-16 by its mark or its zero bytes, UTF-8 if all bytes are valid, otherwise
 * windows-1256, as Excel writes Arabic. Arabic text in one byte a letter is never valid UTF-8 by chance.
 *
 * @throws UnknownEncoding when the bytes are in none of them
 */
export function encodingOf(bytes: Uint8Array): ListEncoding {
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) return utf16;
  if (isUtf8(bytes)) return 'utf-8';
  if (fitsWindows1256(bytes)) return 'windows-1256';
  throw new UnknownEncoding('expected UTF-8, UTF-16 or windows-1256');
}
