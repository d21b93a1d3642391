import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import type { Keys } from '#shared/ports/outside.ts';

/** Loads the key: from Secrets Manager, a file, or a test. At least 32 bytes. */
export type KeySource = () => Promise<Uint8Array>;

/**
 * Begin to load a key at once, before somebody waits for it. If this fails, the key is loaded again when it is
 * needed.
 */
export function loadedEarly(source: KeySource): KeySource {
  let early: Promise<Uint8Array | undefined> | undefined = source().catch(() => undefined);
  return async () => {
    const key = await early;
    early = undefined;
    return key ?? source();
  };
}

const SHORTEST_KEY = 32;
/** Bytes of a digest for one random number: 48 bits fit a safe integer. */
const DRAW_BYTES = 6;
const DRAW_SPACE = 2 ** 48;
/** Length of a short seal: 22 characters of base64url are 132 bits. */
const SHORT_SEAL = 22;

const hmac = (key: KeyObject, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Compare two seals in constant time. */
function isSame(right: string, given: string): boolean {
  const [a, b] = [Buffer.from(right), Buffer.from(given)];
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}

/**
 * Derive keys from one secret with HMAC-SHA256 (RFC 2104). Each purpose has its own key, so that a seal for
 * one purpose is invalid for another. The secret is loaded once, and again after a failure. The key of each
 * purpose is derived once.
 */
export function hmacKeys(source: KeySource): Keys {
  let secret: Promise<KeyObject> | undefined;
  const derived = new Map<string, KeyObject>();
  const fetched = async (): Promise<KeyObject> => {
    const key = await source();
    if (key.byteLength < SHORTEST_KEY) throw new RangeError(`a key must have at least ${SHORTEST_KEY} bytes`);
    return createSecretKey(key);
  };
  const keyFor = async (use: 'number' | 'seal', purpose: string): Promise<KeyObject> => {
    const name = `rida|${use}|${purpose}`;
    const cached = derived.get(name);
    if (cached) return cached;
    secret ??= fetched();
    try {
      const key = createSecretKey(hmac(await secret, name));
      derived.set(name, key);
      return key;
    } catch (error) {
      secret = undefined;
      throw error;
    }
  };
  const sealed = async (purpose: string, of: string): Promise<string> =>
    hmac(await keyFor('seal', purpose), of).toString('base64url');
  const shortSeal = async (purpose: string, of: string): Promise<string> =>
    (await sealed(purpose, of)).slice(0, SHORT_SEAL);

  return {
    async number(purpose, of, below) {
      if (!Number.isSafeInteger(below) || below < 1 || below > DRAW_SPACE)
        throw new RangeError(`cannot draw a number below ${below}`);
      const key = await keyFor('number', purpose);
      // Draws beyond the last whole multiple would favour small numbers, so draw again.
      const fair = DRAW_SPACE - (DRAW_SPACE % below);
      for (let turn = 0; ; turn += 1) {
        const draw = hmac(key, `${turn}|${of}`).readUIntBE(0, DRAW_BYTES);
        if (draw < fair) return draw % below;
      }
    },
    seal: sealed,
    holds: async (purpose, of, seal) => isSame(await sealed(purpose, of), seal),
    shortSeal,
    holdsShort: async (purpose, of, seal) => isSame(await shortSeal(purpose, of), seal),
  };
}
