import type { Keys } from '#shared/ports/outside.ts';

const PURPOSE = 'unsubscribe.v1|';
const TOKEN = /^([A-Z0-9-]{1,16})\.([\w-]{22})$/u;

/**
 * Build the token of a link that ends surveys to the beneficiary of a case (RFC 8058). It names the case of the
 * mail, does not expire and may be used again. It allows nothing else, so a forwarded mail reveals little.
 */
export const unsubscribeToken = async (keys: Keys, reference: string): Promise<string> =>
  `${reference}.${await keys.shortSeal(PURPOSE, reference)}`;

/** Read the case of a token that this centre sealed. Return undefined for any other text. */
export async function readUnsubscribeToken(keys: Keys, token: string): Promise<string | undefined> {
  const [, reference, seal] = TOKEN.exec(token) ?? [];
  if (reference === undefined || seal === undefined) return undefined;
  return (await keys.holdsShort(PURPOSE, reference, seal)) ? reference : undefined;
}
