import type { Clock, WorkQueue } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import type { DueItem } from './due-item.ts';

export interface SweepDeps {
  readonly store: Store;
  readonly queue: WorkQueue<DueItem>;
  readonly clock: Clock;
  readonly shards: number;
}

const PAGE = 100;

/**
 * Looks up what has come due and hands it on; it decides nothing. One query a shard when nothing is
 * due, so it costs by what is due and not by what is open. Overlapping sweeps hand the same on twice,
 * which the worker's commits make harmless.
 */
export async function sweep({
  store,
  queue,
  clock,
  shards,
}: SweepDeps): Promise<{ readonly due: number; readonly oldestAgeMs: number }> {
  const now = clock.now();
  let due = 0;
  let oldest = now;
  for (let shard = 0; shard < shards; shard += 1) {
    let cursor: string | undefined;
    do {
      const page = await store.due(shard, now, { limit: PAGE, ...(cursor !== undefined && { cursor }) });
      if (page.items.length > 0)
        await queue.send(page.items.map(({ kind, id, dueAt }) => ({ kind, id, dueAt })));
      due += page.items.length;
      oldest = Math.min(oldest, ...page.items.map(({ dueAt }) => dueAt));
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return { due, oldestAgeMs: now - oldest };
}
