import type { Keys } from '#shared/ports/outside.ts';
import { shortSeal, shortSealHolds } from './short-seal.ts';

const PURPOSE = 'page.v1|';
/** How long a page may lie open before its form is sent. */
export const PAGE_LIFE_MS = 30 * 60_000;

/**
 * A value that a page carries and its form sends back: proof that somebody opened this very page a
 * short while ago. A scanner that only follows links never sends it.
 *
 * @param of what the page is about, e.g. the survey token
 */
export async function issuePageNonce(keys: Keys, of: string, now: number): Promise<string> {
  const issued = now.toString(36);
  return `${issued}.${await shortSeal(keys, PURPOSE, `${issued}|${of}`)}`;
}

/** Whether a nonce was issued for this page within the last half hour. */
export async function pageNonceHolds(keys: Keys, of: string, nonce: string, now: number): Promise<boolean> {
  const [issued = '', seal = '', ...more] = nonce.split('.');
  if (more.length > 0 || !/^[0-9a-z]{1,9}$/u.test(issued)) return false;
  const age = now - Number.parseInt(issued, 36);
  const right = await shortSealHolds(keys, PURPOSE, `${issued}|${of}`, seal);
  return right && age >= 0 && age <= PAGE_LIFE_MS;
}
