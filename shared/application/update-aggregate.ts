import type { Actor } from '#events/vocabulary.ts';
import type { EventDraft } from '#shared/domain/cases/decision.ts';
import { hasProcessed } from '#shared/ports/processed-causes.ts';
import type { Aggregates, Kind, Store } from '#shared/ports/store.ts';
import { unseenCommits } from './unseen-commits.ts';

export interface AggregateUpdate<K extends Kind> {
  readonly kind: K;
  readonly id: string;
  /** Id of the cause. One cause commits once. */
  readonly cause: string;
  readonly by: Actor;
  readonly at: number;
  readonly recordedAt: number;
  readonly correlationId?: string;
  /** For an act of a person: the version that they saw, 0 for a missing aggregate. */
  readonly seen?: number | undefined;
}

/** The rejection of an act whose author had not seen a newer change by another. */
export interface Overtaken {
  readonly rejected: 'overtaken';
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
 * Return true when others changed one of the fields after the version that a person saw. Timers change nothing
 * that a person decided.
 */
async function isOvertaken<K extends Kind>(
  store: Store,
  { kind, cause, seen }: AggregateUpdate<K>,
  before: Aggregates[K] | undefined,
  stale: readonly (keyof Aggregates[K] & string)[],
): Promise<boolean> {
  if (seen === undefined || stale.length === 0 || before === undefined) return false;
  const unseen = await unseenCommits(store, kind, before, seen);
  return unseen.some(
    ({ by, cause: other, patch }) =>
      by !== 'rida' && other !== cause && stale.some((field) => field in patch),
  );
}

/**
 * Update an aggregate other than a case: load, decide, commit. After a conflict with another writer, load and
 * decide again. An act of a person is rejected when others changed one of the `stale` fields since; every attempt
 * checks it. Throw only when the store fails or all attempts conflict.
 */
export async function updateAggregate<K extends Kind, R extends object = never>(
  store: Store,
  update: AggregateUpdate<K>,
  decide: (before: Aggregates[K] | undefined) => Decided<K, R>,
  stale: Overtaken extends R ? readonly (keyof Aggregates[K] & string)[] : readonly never[] = [],
): Promise<AggregateOutcome<K, R>> {
  const { kind, id, cause, by, at, recordedAt, correlationId = cause } = update;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await store.load(kind, id);
    if (before && hasProcessed(before, cause)) return { outcome: 'duplicate', state: before };
    if (await isOvertaken(store, update, before, stale))
      return {
        outcome: 'rejected',
        rejection: { rejected: 'overtaken' } satisfies Overtaken as unknown as R,
      };
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
