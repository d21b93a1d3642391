import type { Clock, RulesSource, WorkQueue } from '#shared/ports/outside.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { Retiming, SettingsStore } from '#shared/ports/settings-store.ts';
import type { Store } from '#shared/ports/store.ts';
import type { DueItem } from './due-item.ts';

export interface SweepDeps {
  readonly store: Store;
  readonly dueQueue: WorkQueue<DueItem>;
  readonly clock: Clock;
  readonly rules: RulesSource;
  readonly settings: Pick<SettingsStore, 'retiming' | 'saveRetiming'>;
}

export interface Swept {
  readonly due: number;
  readonly oldestAgeMs: number;
  /** The number of cases queued because of new settings. */
  readonly retimed: number;
}

const PAGE = 500;
/**
 * The maximum number of pages of open cases queued in one sweep after new settings. The next sweep continues.
 */
const RETIMED_PAGES = 20;

/**
 * Query due timers and queue them. It makes no decisions. When nothing is due, it costs one query for each
 * shard, regardless of the number of open cases. Overlapping sweeps may queue the same timer twice, which the
 * commits of the worker detect.
 */
export async function sweep(deps: SweepDeps): Promise<Swept> {
  const { store, dueQueue, clock } = deps;
  // Apply new settings first: a case must know its new deadlines before its timer runs, or it would be late
  // by the old ones.
  const retimed = await carrySettings(deps);
  const now = clock.now();
  let due = 0;
  let oldest = now;
  const shards = await store.dueShards();
  for (let shard = 0; shard < shards; shard += 1) {
    for await (const items of pagesOf((page) => store.due(shard, now, page), PAGE)) {
      if (items.length > 0) await dueQueue.send(items.map(({ kind, id, dueAt }) => ({ kind, id, dueAt })));
      due += items.length;
      for (const { dueAt } of items) oldest = Math.min(oldest, dueAt);
    }
  }
  return { due, oldestAgeMs: now - oldest, retimed };
}

/** A position in the open cases. */
interface Place {
  readonly shard: number;
  readonly cursor?: string;
}

/** Return where the application of these settings continues. Missing when it has not begun. */
function placeIn(before: Retiming | undefined, version: number): Place | undefined {
  if (before?.version !== version || !before.place) return undefined;
  const { shard, cursor } = before.place;
  return { shard, ...(cursor !== undefined && { cursor }) };
}

/**
 * Apply new settings to the open cases: an added working hour can move deadlines before their timers, which
 * would then be late. The position is stored after the cases are queued, so that a crash repeats a page and
 * loses none.
 */
async function carrySettings({ store, dueQueue, rules, settings }: SweepDeps): Promise<number> {
  const { version } = await rules.current();
  const before = await settings.retiming();
  if (before?.version === version && !before.place) return 0;
  if (before === undefined && version === 0) return 0;
  // If the settings changed again before all cases were processed, start from the version that was applied to
  // all of them.
  const from = before === undefined ? 0 : (before.place?.from ?? before.version);
  const retime = { from, to: version };
  let place = placeIn(before, version);
  // The staff may have changed too.
  if (!place) await dueQueue.send([{ kind: 'roster', id: 'staff', dueAt: 0, retime }]);
  place ??= { shard: 0 };
  const shards = await store.dueShards();
  let handed = 0;
  for (let pages = 0; place !== undefined && pages < RETIMED_PAGES; pages += 1) {
    const { shard, cursor }: Place = place;
    const page = await store.live(shard, { limit: PAGE, ...(cursor !== undefined && { cursor }) });
    const items = page.items.map(
      ({ id, nextDueAt }): DueItem => ({ kind: 'case', id, dueAt: nextDueAt ?? 0, retime }),
    );
    if (items.length > 0) await dueQueue.send(items);
    handed += items.length;
    if (page.cursor !== undefined) place = { shard, cursor: page.cursor };
    else place = shard + 1 < shards ? { shard: shard + 1 } : undefined;
  }
  await settings.saveRetiming({ version, ...(place && { place: { from, ...place } }) });
  return handed;
}
