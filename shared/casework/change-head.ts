import type { Actor } from '#events/vocabulary.ts';
import { names } from '#shared/adapters/table/causes.ts';
import type { Draft } from '#shared/domain/case/command.ts';
import type { Heads, Kind, Store } from '#shared/ports/store.ts';

export interface HeadChange<K extends Kind> {
  readonly kind: K;
  readonly id: string;
  /** Id of what caused it: the same cause commits once. */
  readonly cause: string;
  readonly by: Actor;
  readonly at: number;
  readonly recordedAt: number;
  readonly correlationId?: string;
}

type Decided<K extends Kind, R> =
  | { readonly head: Heads[K]; readonly events: readonly Draft[] }
  | R
  | undefined;

export type Changed<K extends Kind, R> =
  | { readonly outcome: 'committed' | 'duplicate'; readonly head: Heads[K] }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'rejected'; readonly rejection: R };

const ATTEMPTS = 12;

/**
 * Reads what is no case, decides, commits; when somebody else was faster, reads and decides again. Throws
 * only when the store fails or it is fought over without end.
 */
export async function changeHead<K extends Kind, R extends object = never>(
  store: Store,
  { kind, id, cause, by, at, recordedAt, correlationId = cause }: HeadChange<K>,
  decide: (before: Heads[K] | undefined) => Decided<K, R>,
): Promise<Changed<K, R>> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = await store.load(kind, id);
    if (before && names(before, cause)) return { outcome: 'duplicate', head: before };
    const decided = decide(before);
    if (decided === undefined) return { outcome: 'unchanged' };
    if (!('head' in decided)) return { outcome: 'rejected', rejection: decided as R };
    const { head: after, events } = decided as { head: Heads[K]; events: readonly Draft[] };
    const result = await store.commit({
      ...{ kind, id, cause, by, at, recordedAt, correlationId, causationId: cause },
      ...{ events, before, after },
    });
    if (result.outcome !== 'conflict') return { outcome: result.outcome, head: result.head };
  }
  throw new Error(`${kind} ${id} changed ${ATTEMPTS} times while it was written; try again`);
}
