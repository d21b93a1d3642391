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

/** Time that a person needs to read a page before they send its form. Programs are faster. */
const READING_MS = 2_000;

/** `none`: not issued for this page; `early`: sent sooner than a person reads; `stale`: the page was open too long. */
export type NonceJudgement = 'holds' | 'none' | 'early' | 'stale';

/** Judge a nonce of a page on which a program must not answer in the place of a person. */
export async function judgePageNonce(
  keys: Keys,
  of: string,
  nonce: string,
  now: number,
): Promise<NonceJudgement> {
  const [issued = '', seal = '', ...more] = nonce.split('.');
  if (more.length > 0 || !/^[0-9a-z]{1,9}$/u.test(issued)) return 'none';
  const age = now - Number.parseInt(issued, 36);
  if (!(await keys.holdsShort(PURPOSE, `${issued}|${of}`, seal)) || age < 0) return 'none';
  if (age < READING_MS) return 'early';
  return age <= PAGE_LIFE_MS ? 'holds' : 'stale';
}

/** Verify that a nonce was issued for this page within the last half hour. */
export async function pageNonceHolds(keys: Keys, of: string, nonce: string, now: number): Promise<boolean> {
  const judgement = await judgePageNonce(keys, of, nonce, now);
  return judgement === 'holds' || judgement === 'early';
}
