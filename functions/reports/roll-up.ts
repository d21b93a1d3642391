import type { RidaEvent } from '#events/registry.ts';
import { addCounters } from '#shared/domain/reports/counted-event.ts';
import { PROOF_KEPT } from '#shared/domain/reports/proof-kept.ts';
import { countedEventOf } from '#shared/domain/reports/recount.ts';
import { HOUR } from '#shared/domain/time/instant.ts';
import { type CountedEvent, type FigureStore, MOST_COUNTED_AT_ONCE } from '#shared/ports/figure-store.ts';
import type { Clock } from '#shared/ports/outside.ts';

export interface RollUpDeps {
  readonly figures: FigureStore;
  /** The number of items for the figures of a day. One is enough unless the item is hot. */
  readonly figureShards: number;
  readonly clock: Clock;
}

/** The events of a batch by what happened to them. */
export interface RolledUp {
  /** Added to the figures now. */
  readonly counted: number;
  /** Left out, because the proof of their counting would have expired: see `PROOF_KEPT`. */
  readonly tooLate: number;
}

const ATTEMPTS = 8;

const shardOf = (key: string, shards: number): number =>
  [...key].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 65_521, 7) % shards;

/** Group the events by the day and shard whose figures they change, each once. Leave out those that add nothing. */
function byFigures(events: readonly RidaEvent[], shards: number): Map<string, CountedEvent[]> {
  const groups = new Map<string, CountedEvent[]>();
  for (const event of new Map(events.map((one) => [one.id, one])).values()) {
    const addition = countedEventOf(event);
    if (Object.keys(addition.counters).length === 0) continue;
    const group = `${addition.day} ${shardOf(event.id, shards)}`;
    groups.set(group, [...(groups.get(group) ?? []), addition]);
  }
  return groups;
}

/**
 * Return the additions that were not counted before. Only old ones are looked up: they may be counted under a key of an
 * earlier release. The save itself refuses the others.
 */
async function unproven({ figures, clock }: RollUpDeps, additions: readonly CountedEvent[]) {
  const old = additions.filter(({ recordedAt }) => recordedAt < clock.now() - HOUR);
  if (old.length === 0) return additions;
  const counted = await figures.counted(old);
  return additions.filter(({ id }) => !counted.has(id));
}

async function add(
  deps: RollUpDeps,
  day: string,
  shard: number,
  additions: readonly CountedEvent[],
): Promise<number> {
  const { figures } = deps;
  let fresh = await unproven(deps, additions);
  if (fresh.length === 0) return 0;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const before = (await figures.load(day, shard)) ?? { day, shard, version: 0, counts: {} };
    const after = { ...before, version: before.version + 1, counts: addCounters(before.counts, fresh) };
    if (await figures.save(after, fresh)) return fresh.length;
    const counted = await figures.counted(fresh);
    fresh = fresh.filter(({ id }) => !counted.has(id));
    if (fresh.length === 0) return 0;
  }
  throw new Error(`the figures of ${day} changed ${ATTEMPTS} times while events were counted; try again`);
}

/**
 * Count events in the figures of their day, each event once regardless of repeated deliveries: the proof that
 * an event was counted is stored in the same transaction as the counts. Reads and writes do not grow with the
 * number of counted events. An event that was recorded so long ago that its proof would have expired is left out.
 */
export async function rollUp(deps: RollUpDeps, events: readonly RidaEvent[]): Promise<RolledUp> {
  let added = 0;
  const first = deps.clock.now() - PROOF_KEPT;
  const provable = events.filter(({ recordedTime }) => Date.parse(recordedTime) > first);
  for (const [group, additions] of byFigures(provable, deps.figureShards)) {
    const [day = '', shard = '0'] = group.split(' ');
    for (let at = 0; at < additions.length; at += MOST_COUNTED_AT_ONCE)
      added += await add(deps, day, Number(shard), additions.slice(at, at + MOST_COUNTED_AT_ONCE));
  }
  return { counted: added, tooLate: events.length - provable.length };
}
