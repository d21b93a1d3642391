import { decodeText, hasWordsAboveAscii } from './charset.ts';

/** Characters of windows-1252 at 0x80 to 0x9f. Other bytes have the code of their character. */
const UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTES = new Map([...UPPER].map((character, at) => [character, 0x80 + at]));
/** Text is read wrongly once, or by two programs. */
const MOST_TIMES = 2;

/** Return the bytes of a text in windows-1252. Undefined when it has other characters. */
function bytesOf(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = code < 0x100 ? code : BYTES.get(text.charAt(at));
    if (byte === undefined) return undefined;
    bytes[at] = byte;
  }
  return bytes;
}

const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/**
 * Mend a text that a program decoded as Latin and encoded again: `Ø¨Ù„Ø§Øº` was UTF-8, `ÚíÈ` an Arabic charset.
 * Text in a European language stays as it is: its accented letters are not valid UTF-8, and form no words of their
 * own.
 */
export function mendMisread(text: string): string {
  let mended = text;
  for (let time = 0; time < MOST_TIMES && /[\u0080-\u00ff]/.test(mended); time += 1) {
    const bytes = bytesOf(mended);
    if (bytes === undefined) return mended;
    const utf8 = decodeUtf8(bytes);
    if (utf8 === undefined) return hasWordsAboveAscii(bytes) ? decodeText(bytes, null) : mended;
    mended = utf8;
  }
  return mended;
}
