import type { Kind } from '#shared/ports/store.ts';
import { expiryOf } from './commit-item.ts';
import type { Item } from './item.ts';
import { causeKey } from './keys.ts';

/**
 * Build the proof that a cause was committed, with the version of its commit. `recordedAt` is the time of the
 * commit that evicts it, so that the proof is kept at least as long as the commit.
 */
export const causeItem = (
  kind: Kind,
  id: string,
  cause: string,
  { commit, recordedAt }: { readonly commit: number; readonly recordedAt: number },
): Item => ({ ...causeKey(kind, id, cause), commit, ...expiryOf(kind, recordedAt) });
