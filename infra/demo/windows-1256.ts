const decoder = new TextDecoder('windows-1256');
const bytes = new Map(
  Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const),
);

/**
 * Encode a text in the charset of old Arabic mail programs. @throws RangeError for a character that it does
 * not have
 */
export const windows1256 = (text: string): Uint8Array =>
  Uint8Array.from(text, (sign) => {
    const byte = bytes.get(sign);
    if (byte === undefined) throw new RangeError(`windows-1256 has no "${sign}"`);
    return byte;
  });
