import { withCause } from '#shared/ports/processed-causes.ts';
import type { Aggregates, Change, Commit, Kind } from '#shared/ports/store.ts';
import { apply, diff } from './patch.ts';

export interface Plan<K extends Kind = Kind> {
  readonly state: Aggregates[K];
  readonly commit: Commit;
}

/** The commit a change asks for and the head as it is afterwards, with its version and causes counted on. */
export function plan<K extends Kind>(change: Change<K>): Plan<K> {
  const { before, after, ...said } = change;
  const version = (before?.version ?? 0) + 1;
  const commit: Commit = { ...said, version, patch: diff(before, after) };
  return { commit, state: { ...after, version, causes: withCause(before?.causes ?? [], change.cause) } };
}

/**
 * The head after the commits it has not seen, given oldest first: how a head is repaired that was
 * left behind between a commit and its head.
 */
export function fold<K extends Kind>(
  id: string,
  stored: Aggregates[K] | undefined,
  commits: readonly Commit[],
): Aggregates[K] | undefined {
  let state = stored;
  for (const { version, cause, patch } of commits) {
    if (version !== (state?.version ?? 0) + 1) continue;
    const causes = withCause(state?.causes ?? [], cause);
    state = { ...apply(state ?? {}, patch), id, version, causes } as unknown as Aggregates[K];
  }
  return state;
}
