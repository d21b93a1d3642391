import type { RidaEvent } from '#events/registry.ts';
import { countersOf } from '#shared/domain/reports/counters-of.ts';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import { appliedKey } from '#shared/ports/applied-key.ts';
import type { FigureStore } from '#shared/ports/figures.ts';

export interface RollUpDeps {
  readonly figures: FigureStore;
  /** Shards of a day's figures; 1 unless one item gets hot. */
  readonly shards: number;
}

interface Addition {
  readonly key: string;
  readonly counters: Readonly<Record<string, number>>;
}

const ATTEMPTS = 8;

const shardOf = (key: string, shards: number): number =>
  [...key].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 65_521, 7) % shards;

/** The events by the day and shard whose figures they add to; those that add nothing are left out. */
function byFigures(events: readonly RidaEvent[], shards: number): Map<string, Addition[]> {
  const groups = new Map<string, Addition[]>();
  for (const event of events) {
    const { day, counters } = countersOf(event);
    if (Object.keys(counters).length === 0) continue;
    const key = appliedKey(event.id);
    const group = `${day} ${shardOf(key, shards)}`;
    groups.set(group, [...(groups.get(group) ?? []), { key, counters }]);
  }
  return groups;
}

/** The figures with what is new of the additions. */
function added(before: DayFigures, additions: readonly Addition[]): DayFigures {
  const applied = new Set(before.applied);
  const counts: Record<string, number> = { ...before.counts };
  for (const { key, counters } of additions) {
    if (applied.has(key)) continue;
    applied.add(key);
    for (const [name, by] of Object.entries(counters)) counts[name] = (counts[name] ?? 0) + by;
  }
  return { ...before, version: before.version + 1, applied: [...applied], counts };
}

async function add(
  { figures }: RollUpDeps,
  day: string,
  shard: number,
  additions: readonly Addition[],
): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = (await figures.load(day, shard)) ?? { day, shard, version: 0, applied: [], counts: {} };
    const after = added(before, additions);
    const counted = after.applied.length - before.applied.length;
    if (counted === 0 || (await figures.save(after))) return counted;
  }
  throw new Error(`the figures of ${day} changed ${ATTEMPTS} times while events were counted; try again`);
}

/**
 * Counts events into the figures of their day, each event once whatever comes twice: which events were
 * counted stands beside the counts, in the same write. A batch costs one write a day and shard. Returns how
 * many were new.
 */
export async function rollUp(deps: RollUpDeps, events: readonly RidaEvent[]): Promise<number> {
  let counted = 0;
  for (const [group, additions] of byFigures(events, deps.shards)) {
    const [day = '', shard = '0'] = group.split(' ');
    counted += await add(deps, day, Number(shard), additions);
  }
  return counted;
}
