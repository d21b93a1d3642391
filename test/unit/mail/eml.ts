/** Encode a text in a single-byte charset, by inverting its decoder. */
export function encodeIn(charset: string, text: string): Buffer {
  const byteOf = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    byteOf.set(new TextDecoder(charset).decode(Uint8Array.of(byte)), byte);
  }
  return Buffer.from(
    [...text].map((character) => {
      const byte = byteOf.get(character);
      if (byte === undefined) throw new Error(`${character} is not in ${charset}`);
      return byte;
    }),
  );
}

/** `=?charset?B?…?=` */
export function encodedWord(charset: string, bytes: Uint8Array): string {
  return `=?${charset}?B?${Buffer.from(bytes).toString('base64')}?=`;
}

/** A raw mail with header lines and a body. Strings are encoded as UTF-8. */
export function eml(headers: readonly (string | Uint8Array)[], body: string | Uint8Array = ''): Uint8Array {
  const lines = headers.flatMap((line) => [Buffer.from(line), Buffer.from('\r\n')]);
  return Buffer.concat([...lines, Buffer.from('\r\n'), Buffer.from(body)]);
}

/** A multipart body. Each part is its header lines and its content. */
export function multipart(
  boundary: string,
  parts: readonly (readonly [readonly string[], string | Uint8Array])[],
): Uint8Array {
  return Buffer.concat([
    ...parts.flatMap(([headers, content]) => [
      Buffer.from(`--${boundary}\r\n${headers.map((line) => `${line}\r\n`).join('')}\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
}

export const FROM = 'From: Sara <sara@example.com>';
