import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Marks a sealed value. A JSON Web Token begins with another letter. */
const MARK = 's1.';
/** Browsers store no cookie above 4,096 characters. */
const MOST_BYTES = 64 * 1024;

/** Encrypts the value of a cookie, so that its browser cannot read it. */
export interface SealedCookie {
  seal(value: string): string;
  /** Return the value, or undefined for a text that was not sealed with the secret. */
  open(sealed: string): string | undefined;
}

/**
 * Create the encryption of a cookie (AES-256-GCM; HKDF of the secret, RFC 5869). Compressed, it fits the limit of
 * browsers.
 */
export function sealedCookie(secret: string, purpose: string): SealedCookie {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `rida|cookie|${purpose}`, 32));
  return {
    seal(value) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, key, nonce);
      const text = Buffer.concat([cipher.update(deflateRawSync(value)), cipher.final()]);
      return MARK + Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64url');
    },
    open(sealed) {
      if (!sealed.startsWith(MARK)) return undefined;
      const bytes = Buffer.from(sealed.slice(MARK.length), 'base64url');
      if (bytes.byteLength < NONCE_BYTES + TAG_BYTES) return undefined;
      const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        const packed = Buffer.concat([text, decipher.final()]);
        return inflateRawSync(packed, { maxOutputLength: MOST_BYTES }).toString();
      } catch {
        return undefined;
      }
    },
  };
}
