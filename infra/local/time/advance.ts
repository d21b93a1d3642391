import type { MovableClock } from '#shared/adapters/embedded/movable-clock.ts';
import type { DueEntry, Store } from '#shared/ports/store.ts';

const LOOKED_AT = 100;

export interface TimeDeps {
  readonly store: Pick<Store, 'due' | 'dueShards'>;
  readonly clock: MovableClock;
  /** Automatic actions that are not in the store, such as a ring timeout. */
  readonly phone: { nextDueAt(): number | undefined; tick(): Promise<void> };
  /** Queue all due timers. */
  sweep(): Promise<unknown>;
  /** Run the hourly and daily functions whose time has come. */
  nowAndThen(): Promise<void>;
  /** Retry work that was postponed to a time that may have come. */
  retryPostponed(): Promise<void>;
  /** Wait until all queued work is done. */
  settle(): Promise<void>;
}

const nameOf = ({ kind, id, dueAt }: DueEntry): string => `${kind} ${id} ${dueAt}`;

/** Return the earliest timer due by an instant that was not processed during this advance. */
async function earliest(
  { store }: TimeDeps,
  until: number,
  handled: ReadonlySet<string>,
): Promise<DueEntry | undefined> {
  const shards = await store.dueShards();
  const pages = await Promise.all(
    Array.from({ length: shards }, (_, shard) => store.due(shard, until, { limit: LOOKED_AT })),
  );
  return pages
    .flatMap(({ items }) => items)
    .filter((entry) => !handled.has(nameOf(entry)))
    .sort((a, b) => a.dueAt - b.dueAt)[0];
}

/**
 * Move the clock forward, and stop at every instant at which a timer is due. Timers therefore run in order
 * and at their own time: a warning before its breach.
 */
export async function advance(deps: TimeDeps, ms: number): Promise<void> {
  const { clock } = deps;
  const until = clock.now() + ms;
  const handled = new Set<string>();
  await deps.settle();
  // New settings may have changed deadlines before their timers were updated.
  await deps.sweep();
  await deps.settle();
  for (;;) {
    const next = await earliest(deps, until, handled);
    const at = Math.min(
      next?.dueAt ?? Number.POSITIVE_INFINITY,
      deps.phone.nextDueAt() ?? Number.POSITIVE_INFINITY,
    );
    if (at > until) break;
    if (next?.dueAt === at) handled.add(nameOf(next));
    await clock.advance(Math.max(0, at - clock.now()));
    await deps.phone.tick();
    await deps.sweep();
    await deps.settle();
  }
  await clock.advance(Math.max(0, until - clock.now()));
  await deps.retryPostponed();
  await deps.nowAndThen();
  await deps.settle();
}
