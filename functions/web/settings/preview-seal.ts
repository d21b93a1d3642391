import type { Keys } from '#shared/ports/outside.ts';
import type { SettingsEffect } from '#shared/ports/settings-store.ts';

/** What a page carries from the preview to the moment somebody agrees. */
export interface Carried {
  readonly base: number;
  /** The settings whole, as JSON. */
  readonly document: string;
  readonly effect: SettingsEffect;
  readonly user: string;
}

const PURPOSE = 'settings-preview';
const text = ({ base, document, effect: { moved, looked }, user }: Carried): string =>
  JSON.stringify([user, base, moved, looked, document]);

/** Seals what was previewed, so that nothing else is applied in its place. */
export const sealOf = (keys: Keys, carried: Carried): Promise<string> => keys.seal(PURPOSE, text(carried));
export const sealHolds = (keys: Keys, carried: Carried, seal: string): Promise<boolean> =>
  keys.holds(PURPOSE, text(carried), seal);
