import type { Keys } from '#shared/ports/outside.ts';
import { shortSeal, shortSealHolds } from './short-seal.ts';

const PURPOSE = 'unsubscribe.v1|';
const TOKEN = /^([A-Z0-9-]{1,16})\.([\w-]{22})$/u;

/**
 * The token of a link that ends surveys to the beneficiary of a case (RFC 8058). It says which case the mail
 * was about, never runs out and may be used again; it does nothing else, so that a mail passed on gives
 * little away.
 */
export const unsubscribeToken = async (keys: Keys, reference: string): Promise<string> =>
  `${reference}.${await shortSeal(keys, PURPOSE, reference)}`;

/** The case of a token that this centre sealed; undefined for any other text. */
export async function readUnsubscribeToken(keys: Keys, token: string): Promise<string | undefined> {
  const [, reference, seal] = TOKEN.exec(token) ?? [];
  if (reference === undefined || seal === undefined) return undefined;
  return (await shortSealHolds(keys, PURPOSE, reference, seal)) ? reference : undefined;
}
