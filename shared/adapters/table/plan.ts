import { evictedBy, keepsProofs, withCause } from '#shared/ports/processed-causes.ts';
import type { Aggregates, Change, Commit, Kind } from '#shared/ports/store.ts';
import { checkEvents } from '#shared/runtime/envelopes.ts';
import { causeItem } from './cause-item.ts';
import type { Item } from './item.ts';
import { apply, diff } from './patch.ts';

export interface Plan<K extends Kind = Kind> {
  readonly state: Aggregates[K];
  readonly commit: Commit;
  /** Proofs of the causes that the state no longer lists. Store them before the state. */
  readonly proofs: readonly Item[];
}

const proofsOf = (
  { kind, id, version, recordedAt }: Pick<Commit, 'kind' | 'id' | 'version' | 'recordedAt'>,
  causes: readonly string[],
): Item[] => {
  const cause = keepsProofs(kind) ? evictedBy(causes) : undefined;
  return cause === undefined
    ? []
    : [causeItem(kind, id, cause, { commit: version - causes.length, recordedAt })];
};

/**
 * Build the commit of a change, and the state after it with the next version and causes.
 * @throws UnpublishableEvent when an event breaks its contract
 */
export function plan<K extends Kind>(change: Change<K>): Plan<K> {
  const { before, after, ...rest } = change;
  const version = (before?.version ?? 0) + 1;
  const causes = before?.causes ?? [];
  const commit: Commit = { ...rest, version, patch: diff(before, after) };
  checkEvents(commit);
  return {
    commit,
    state: { ...after, version, causes: withCause(causes, change.cause) },
    proofs: proofsOf(commit, causes),
  };
}

/**
 * Apply missing commits to a state, oldest first. It repairs a state that a crash left behind its commits.
 */
export function fold<K extends Kind>(
  id: string,
  stored: Aggregates[K] | undefined,
  commits: readonly Commit[],
): { readonly state: Aggregates[K] | undefined; readonly proofs: readonly Item[] } {
  let state = stored;
  const proofs: Item[] = [];
  for (const commit of commits) {
    const { version, cause, patch } = commit;
    if (version !== (state?.version ?? 0) + 1) continue;
    const before = state?.causes ?? [];
    proofs.push(...proofsOf(commit, before));
    const causes = withCause(before, cause);
    state = { ...apply(state ?? {}, patch), id, version, causes } as unknown as Aggregates[K];
  }
  return { state, proofs };
}
