import { createHmac, hash } from 'node:crypto';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 26;

/**
 * Return the id of a cause: 26 characters `[0-9a-z]`, the same for the same text. It is 130 bits of SHA-256
 * in Crockford's base 32, so that two causes do not collide and an id cannot be reversed.
 */
export function causeId(text: string): string {
  const digest = hash('sha256', text, 'buffer');
  let id = '';
  let held = 0;
  let bits = 0;
  for (let at = 0; id.length < LENGTH; at += 1) {
    held = (held << 8) | (digest[at] ?? 0);
    bits += 8;
    for (; bits >= 5 && id.length < LENGTH; bits -= 5) id += ALPHABET[(held >> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return id;
}

/**
 * Return the id of the n-th event of a commit. It is derived from the cause, so that a repeat is the same
 * event.
 */
export const eventId = (kind: string, id: string, cause: string, index: number): string =>
  causeId(JSON.stringify(['event', kind, id, cause, index]));

/** Return the hash of a text under a public key, such as the seed of a draw: HMAC-SHA256 in hexadecimal. */
export const keyedHash = (key: string, of: string): string =>
  createHmac('sha256', key).update(of).digest('hex');
