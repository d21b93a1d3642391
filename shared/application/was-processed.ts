import { hasEvicted, hasProcessed } from '#shared/ports/processed-causes.ts';
import type { Aggregates, Kind, Store } from '#shared/ports/store.ts';

/** Return true when a cause was committed, also when the state no longer lists it. At most one read by key. */
export const wasProcessed = async <K extends Kind>(
  store: Pick<Store, 'hasCommitted'>,
  kind: K,
  state: Aggregates[K],
  cause: string,
): Promise<boolean> =>
  hasProcessed(state, cause) || (hasEvicted(state) && store.hasCommitted(kind, state.id, cause));
