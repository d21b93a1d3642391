import type { Kind } from '#shared/ports/store.ts';
import type { Item } from './item.ts';
import { causeKey } from './keys.ts';

/** Build the proof that a cause was committed, with the version of its commit. */
export const causeItem = (kind: Kind, id: string, cause: string, commit: number): Item => ({
  ...causeKey(kind, id, cause),
  commit,
});
