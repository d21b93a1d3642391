import type { RidaEvent } from '#events/registry.ts';
import { countersOf } from '#shared/domain/reports/counters-of.ts';
import { type CountedEvent, type FigureStore, MOST_COUNTED_AT_ONCE } from '#shared/ports/figure-store.ts';

export interface RollUpDeps {
  readonly figures: FigureStore;
  /** The number of items for the figures of a day. One is enough unless the item is hot. */
  readonly figureShards: number;
}

interface Addition extends CountedEvent {
  readonly counters: Readonly<Record<string, number>>;
}

const ATTEMPTS = 8;

const shardOf = (key: string, shards: number): number =>
  [...key].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 65_521, 7) % shards;

/** Group the events by the day and shard whose figures they change, each once. Leave out those that add nothing. */
function byFigures(events: readonly RidaEvent[], shards: number): Map<string, Addition[]> {
  const groups = new Map<string, Addition[]>();
  for (const event of new Map(events.map((one) => [one.id, one])).values()) {
    const { day, counters } = countersOf(event);
    if (Object.keys(counters).length === 0) continue;
    const group = `${day} ${shardOf(event.id, shards)}`;
    const addition = { id: event.id, recordedAt: Date.parse(event.recordedTime), counters };
    groups.set(group, [...(groups.get(group) ?? []), addition]);
  }
  return groups;
}

/** Return the counts with the additions. */
function sum(
  before: Readonly<Record<string, number>>,
  additions: readonly Addition[],
): Record<string, number> {
  const counts: Record<string, number> = { ...before };
  for (const { counters } of additions) {
    for (const [name, by] of Object.entries(counters)) counts[name] = (counts[name] ?? 0) + by;
  }
  return counts;
}

async function add(
  { figures }: RollUpDeps,
  day: string,
  shard: number,
  additions: readonly Addition[],
): Promise<number> {
  let fresh = additions;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = (await figures.load(day, shard)) ?? { day, shard, version: 0, counts: {} };
    const after = { ...before, version: before.version + 1, counts: sum(before.counts, fresh) };
    if (await figures.save(after, fresh)) return fresh.length;
    const counted = await figures.counted(fresh.map(({ id }) => id));
    fresh = fresh.filter(({ id }) => !counted.has(id));
    if (fresh.length === 0) return 0;
  }
  throw new Error(`the figures of ${day} changed ${ATTEMPTS} times while events were counted; try again`);
}

/**
 * Count events in the figures of their day, each event once regardless of repeated deliveries: the proof that
 * an event was counted is stored in the same transaction as the counts. Reads and writes do not grow with the
 * number of counted events. Return how many were new.
 */
export async function rollUp(deps: RollUpDeps, events: readonly RidaEvent[]): Promise<number> {
  let added = 0;
  for (const [group, additions] of byFigures(events, deps.figureShards)) {
    const [day = '', shard = '0'] = group.split(' ');
    for (let at = 0; at < additions.length; at += MOST_COUNTED_AT_ONCE)
      added += await add(deps, day, Number(shard), additions.slice(at, at + MOST_COUNTED_AT_ONCE));
  }
  return added;
}
