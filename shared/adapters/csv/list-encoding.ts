/** The encodings in which spreadsheets save a list. */
export type ListEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1256';

const MARKS: readonly (readonly [ListEncoding, readonly number[]])[] = [
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** UTF-16 without a mark has a zero byte beside each sign of ASCII, such as a digit or a separator. */
function unmarkedUtf16(start: Uint8Array): ListEncoding | undefined {
  let [even, odd] = [0, 0];
  start.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  });
  if (even + odd === 0) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}

/**
 * Tell the encoding of a list: UTF-16 by its mark or its zero bytes, UTF-8 if all bytes are valid, otherwise
 * windows-1256, as Excel writes Arabic. Arabic text in one byte a letter is never valid UTF-8 by chance.
 */
export async function listEncoding(chunks: AsyncIterable<Uint8Array>): Promise<ListEncoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isFirst = true;
  try {
    for await (const chunk of chunks) {
      if (isFirst) {
        const marked = MARKS.find(([, mark]) => mark.every((byte, at) => chunk[at] === byte));
        const utf16 = marked?.[0] ?? unmarkedUtf16(chunk.subarray(0, 4096));
        if (utf16 !== undefined) return utf16;
      }
      isFirst = false;
      utf8.decode(chunk, { stream: true });
    }
    utf8.decode();
    return 'utf-8';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'windows-1256';
    throw error;
  }
}
