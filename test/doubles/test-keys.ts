import { hmacKeys } from '#shared/adapters/crypto/hmac-keys.ts';

/** Keys from a fixed secret: the same ids and seals in every run. */
export const testKeys = hmacKeys(async () => new Uint8Array(32).fill(7));
