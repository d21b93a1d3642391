import type { Keys } from '#shared/ports/outside.ts';

const PURPOSE = 'page.v1|';
/**
 * Maximum time between showing a page and sending its form.
 * @internal exported for tests
 */
export const PAGE_LIFE_MS = 30 * 60_000;

/**
 * Issue a value that a page contains and its form sends back. It proves that the page was opened recently; a
 * scanner that only follows links does not send it.
 *
 * @param of the subject of the page, e.g. the survey token
 */
export async function issuePageNonce(keys: Keys, of: string, now: number): Promise<string> {
  const issued = now.toString(36);
  return `${issued}.${await keys.shortSeal(PURPOSE, `${issued}|${of}`)}`;
}

/** Verify that a nonce was issued for this page within the last half hour. */
export async function pageNonceHolds(keys: Keys, of: string, nonce: string, now: number): Promise<boolean> {
  const [issued = '', seal = '', ...more] = nonce.split('.');
  if (more.length > 0 || !/^[0-9a-z]{1,9}$/u.test(issued)) return false;
  const age = now - Number.parseInt(issued, 36);
  const right = await keys.holdsShort(PURPOSE, `${issued}|${of}`, seal);
  return right && age >= 0 && age <= PAGE_LIFE_MS;
}
