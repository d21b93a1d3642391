import type { Clock, RulesSource, WorkQueue } from '#shared/ports/outside.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { SettingsStore } from '#shared/ports/settings-store.ts';
import type { Store } from '#shared/ports/store.ts';
import type { DueItem } from './due-item.ts';

export interface SweepDeps {
  readonly store: Store;
  readonly dueQueue: WorkQueue<DueItem>;
  readonly clock: Clock;
  readonly shards: number;
  readonly rules: RulesSource;
  readonly settings: Pick<SettingsStore, 'retiming' | 'saveRetiming'>;
}

export interface Swept {
  readonly due: number;
  readonly oldestAgeMs: number;
  /** Cases handed on because new settings came into force. */
  readonly retimed: number;
}

const PAGE = 500;
/** Pages of open cases handed on in one sweep after new settings; the next sweep goes on. */
const RETIMED_PAGES = 20;

/**
 * Looks up what has come due and hands it on; it decides nothing. One query a shard when nothing is
 * due, so it costs by what is due and not by what is open. Overlapping sweeps hand the same on twice,
 * which the worker's commits make harmless.
 */
export async function sweep(deps: SweepDeps): Promise<Swept> {
  const { store, dueQueue, clock, shards } = deps;
  // First: a deadline that new settings moved is nobody's lateness, which the case must know before its timer acts.
  const retimed = await carrySettings(deps);
  const now = clock.now();
  let due = 0;
  let oldest = now;
  for (let shard = 0; shard < shards; shard += 1) {
    for await (const items of pagesOf((page) => store.due(shard, now, page), PAGE)) {
      if (items.length > 0) await dueQueue.send(items.map(({ kind, id, dueAt }) => ({ kind, id, dueAt })));
      due += items.length;
      for (const { dueAt } of items) oldest = Math.min(oldest, dueAt);
    }
  }
  return { due, oldestAgeMs: now - oldest, retimed };
}

/**
 * Carries new settings to the open cases: an added hour makes deadlines earlier than their timers, which
 * would never tell. The place is kept after the cases are in the queue, so that a crash repeats and loses
 * nothing.
 */
async function carrySettings({ store, dueQueue, shards, rules, settings }: SweepDeps): Promise<number> {
  const { version } = await rules.current();
  const before = await settings.retiming();
  if (before?.version === version && !before.place) return 0;
  if (before === undefined && version === 0) return 0;
  // Settings that were changed again before all cases heard of them: what counts is the version all of them knew.
  const from = before === undefined ? 0 : (before.place?.from ?? before.version);
  let place: { shard: number; cursor?: string } | undefined =
    before?.version === version && before.place ? { ...before.place } : { shard: 0 };
  let handed = 0;
  for (let pages = 0; place !== undefined && pages < RETIMED_PAGES; pages += 1) {
    const { shard, cursor }: { shard: number; cursor?: string } = place;
    const page = await store.live(shard, { limit: PAGE, ...(cursor !== undefined && { cursor }) });
    const items = page.items.map(
      ({ id, nextDueAt }): DueItem => ({
        kind: 'case',
        id,
        dueAt: nextDueAt ?? 0,
        retime: { from, to: version },
      }),
    );
    if (items.length > 0) await dueQueue.send(items);
    handed += items.length;
    if (page.cursor !== undefined) place = { shard, cursor: page.cursor };
    else place = shard + 1 < shards ? { shard: shard + 1 } : undefined;
  }
  await settings.saveRetiming({ version, ...(place && { place: { from, ...place } }) });
  return handed;
}
