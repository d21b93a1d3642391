const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Decode modified base64 to UTF-16 code units. The remaining bits at the end are padding. */
function unitsOf(encoded: string): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const character of encoded) {
    held = ((held << 6) | ALPHABET.indexOf(character)) & 0x3f_ff_ff;
    bits += 6;
    if (bits < 16) continue;
    bits -= 16;
    text += String.fromCharCode((held >> bits) & 0xffff);
  }
  return text;
}

/** Decode UTF-7 (RFC 2152), which `TextDecoder` does not support. Invalid shifts are kept unchanged. */
export function decodeUtf7(bytes: Uint8Array): string {
  const ascii = new TextDecoder('windows-1252').decode(bytes);
  return ascii.replace(/\+([A-Za-z0-9+/]*)-?/g, (whole, encoded: string) => {
    if (encoded === '') return whole.endsWith('-') ? '+' : whole;
    return unitsOf(encoded);
  });
}
