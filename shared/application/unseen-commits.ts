import type { Commit, Kind, Store } from '#shared/ports/store.ts';

/** The maximum number of commits that are read to see what a person has not seen. */
const MOST_UNSEEN = 200;

/**
 * Return the commits of an aggregate after the version that a person saw, the newest first.
 * @param current the aggregate as it is now
 * @param seen the version that the person saw, 0 for a missing aggregate
 */
export async function unseenCommits(
  store: Store,
  kind: Kind,
  current: { readonly id: string; readonly version: number },
  seen: number,
): Promise<readonly Commit[]> {
  if (current.version <= seen) return [];
  const limit = Math.min(current.version - seen, MOST_UNSEEN);
  const newest = await store.newestCommits(kind, current.id, { limit });
  return newest.filter(({ version }) => version > seen);
}
