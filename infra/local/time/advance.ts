import type { MovableClock } from '#shared/adapters/embedded/movable-clock.ts';
import type { DueEntry, Store } from '#shared/ports/store.ts';

const LOOKED_AT = 100;

export interface TimeDeps {
  readonly store: Pick<Store, 'due'>;
  readonly clock: MovableClock;
  readonly shards: number;
  /** What happens by itself beside the store, such as a phone that has rung long enough. */
  readonly phone: { nextDueAt(): number | undefined; tick(): Promise<void> };
  /** Hands on what is due now. */
  sweep(): Promise<unknown>;
  /** What happens once a day. */
  daily(): Promise<void>;
  /** Waits until everything handed on is dealt with. */
  settle(): Promise<void>;
}

const nameOf = ({ kind, id, dueAt }: DueEntry): string => `${kind} ${id} ${dueAt}`;

/** The earliest entry that comes due by an instant, of those not yet dealt with on this way. */
async function earliest(
  { store, shards }: TimeDeps,
  until: number,
  handled: ReadonlySet<string>,
): Promise<DueEntry | undefined> {
  const pages = await Promise.all(
    Array.from({ length: shards }, (_, shard) => store.due(shard, until, { limit: LOOKED_AT })),
  );
  return pages
    .flatMap(({ items }) => items)
    .filter((entry) => !handled.has(nameOf(entry)))
    .sort((a, b) => a.dueAt - b.dueAt)[0];
}

/**
 * Moves time on, stopping at every instant at which something comes due, so that what would have
 * happened on the way happens in its order and with its time: a warning before its breach.
 */
export async function advance(deps: TimeDeps, ms: number): Promise<void> {
  const { clock } = deps;
  const until = clock.now() + ms;
  const handled = new Set<string>();
  await deps.settle();
  // New settings may have brought forward what no timer knows of yet.
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
  await deps.daily();
  await deps.settle();
}
