import type { Keys } from '#shared/ports/outside.ts';

const TOKEN = /^([A-Z0-9-]{1,16})\.([\w-]{22})$/u;

/** A sealed link that names a case, for one purpose. */
export interface CaseToken {
  /** Build the token of a link to a case. */
  issue(keys: Keys, reference: string): Promise<string>;
  /** Read the case of a token that this centre sealed. Return undefined for any other text. */
  read(keys: Keys, token: string): Promise<string | undefined>;
}

/** Create the tokens of a purpose. A token of one purpose is invalid for another. */
export const caseToken = (purpose: string): CaseToken => ({
  issue: async (keys, reference) => `${reference}.${await keys.shortSeal(purpose, reference)}`,
  async read(keys, token) {
    const [, reference, seal] = TOKEN.exec(token) ?? [];
    if (reference === undefined || seal === undefined) return undefined;
    return (await keys.holdsShort(purpose, reference, seal)) ? reference : undefined;
  },
});
