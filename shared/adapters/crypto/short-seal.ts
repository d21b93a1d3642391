import { timingSafeEqual } from 'node:crypto';
import type { Keys } from '#shared/ports/outside.ts';

/** Characters of a seal that goes into a link: 22 of base64url are 132 bits. */
export const SHORT_SEAL = 22;

/** The beginning of a seal, for links that must stay short (RFC 2104 §5 allows cutting to half). */
export const shortSeal = async (keys: Keys, purpose: string, of: string): Promise<string> =>
  (await keys.seal(purpose, of)).slice(0, SHORT_SEAL);

/** Whether a short seal is right, compared in constant time. */
export async function shortSealHolds(
  keys: Keys,
  purpose: string,
  of: string,
  seal: string,
): Promise<boolean> {
  const right = Buffer.from(await shortSeal(keys, purpose, of));
  const given = Buffer.from(seal);
  return given.byteLength === right.byteLength && timingSafeEqual(given, right);
}
