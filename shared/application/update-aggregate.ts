import type { Actor } from '#events/vocabulary.ts';
import type { EventDraft } from '#shared/domain/cases/case-command.ts';
import { hasProcessed } from '#shared/ports/processed-causes.ts';
import type { Aggregates, Kind, Store } from '#shared/ports/store.ts';

export interface AggregateUpdate<K extends Kind> {
  readonly kind: K;
  readonly id: string;
  /** Id of the cause. One cause commits once. */
  readonly cause: string;
  readonly by: Actor;
  readonly at: number;
  readonly recordedAt: number;
  readonly correlationId?: string;
}

type Decided<K extends Kind, R> =
  | { readonly state: Aggregates[K]; readonly events: readonly EventDraft[] }
  | R
  | undefined;

export type AggregateOutcome<K extends Kind, R> =
  | { readonly outcome: 'committed' | 'duplicate'; readonly state: Aggregates[K] }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'rejected'; readonly rejection: R };

/** The outcome of an update by its name. */
export type AggregateResult = AggregateOutcome<Kind, object>['outcome'];

const ATTEMPTS = 12;

/**
 * Update an aggregate other than a case: load, decide, commit. After a conflict with another writer, load and
 * decide again. Throw only when the store fails or all attempts conflict.
 */
export async function updateAggregate<K extends Kind, R extends object = never>(
  store: Store,
  { kind, id, cause, by, at, recordedAt, correlationId = cause }: AggregateUpdate<K>,
  decide: (before: Aggregates[K] | undefined) => Decided<K, R>,
): Promise<AggregateOutcome<K, R>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await store.load(kind, id);
    if (before && hasProcessed(before, cause)) return { outcome: 'duplicate', state: before };
    const decided = decide(before);
    if (decided === undefined) return { outcome: 'unchanged' };
    if (!('state' in decided)) return { outcome: 'rejected', rejection: decided as R };
    const { state: after, events } = decided as { state: Aggregates[K]; events: readonly EventDraft[] };
    const result = await store.commit({
      ...{ kind, id, cause, by, at, recordedAt, correlationId, causationId: cause },
      ...{ events, before, after },
    });
    if (result.outcome !== 'conflict') return { outcome: result.outcome, state: result.state };
  }
  throw new Error(`${kind} ${id} changed ${ATTEMPTS} times while it was written; try again`);
}
