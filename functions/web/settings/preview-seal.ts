import type { Keys } from '#shared/ports/outside.ts';
import type { SettingsEffect } from '#shared/ports/settings-store.ts';

/** The data that a page carries from the preview to the approval. */
export interface Carried {
  readonly base: number;
  /** The whole settings as JSON. */
  readonly document: string;
  readonly effect: SettingsEffect;
  readonly user: string;
}

const PURPOSE = 'settings-preview';
const text = ({ base, document, effect: { moved, looked }, user }: Carried): string =>
  JSON.stringify([user, base, moved, looked, document]);

/** Seal a preview, so that no other document is applied in its place. */
export const sealOf = (keys: Keys, carried: Carried): Promise<string> => keys.seal(PURPOSE, text(carried));
export const sealHolds = (keys: Keys, carried: Carried, seal: string): Promise<boolean> =>
  keys.holds(PURPOSE, text(carried), seal);
