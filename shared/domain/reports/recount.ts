import type { RidaEvent } from '#events/registry.ts';
import { HOUR } from '../time/instant.ts';
import { addCounters, type CountedEvent } from './counted-event.ts';
import { countersOf } from './counters-of.ts';
import type { DayFigures } from './day-figures.ts';
import { firstProvenDay, PROOF_KEPT } from './proof-kept.ts';

/** The stored figures, and the ids of the events that are proven to be in them. */
export interface StoredFigures {
  readonly days: Iterable<DayFigures>;
  readonly proven: ReadonlySet<string>;
}

/** A counter whose stored value is not the one of the history. */
interface Difference {
  readonly day: string;
  readonly counter: string;
  readonly stored: number;
  readonly history: number;
}

export interface Recount {
  /** The first day that can be counted again: the history of calls before it is removed. */
  readonly from: string;
  readonly differences: readonly Difference[];
  /** Events of the history whose counting is not proven. A rebuild stores their proofs. */
  readonly unproven: readonly CountedEvent[];
  /** How many events were recorded so recently that they may still be on their way. They are left out. */
  readonly waiting: number;
}

type Counts = Map<string, number>;
type Days = Map<string, Counts>;

const add = (days: Days, day: string, counters: Readonly<Record<string, number>>): void => {
  const counts = days.get(day) ?? new Map<string, number>();
  days.set(day, counts);
  for (const [name, by] of Object.entries(counters)) counts.set(name, (counts.get(name) ?? 0) + by);
};

function differencesOf(stored: Days, history: Days): Difference[] {
  const days = [...new Set([...stored.keys(), ...history.keys()])].sort();
  return days.flatMap((day) => {
    const [ours, theirs] = [stored.get(day), history.get(day)];
    return [...new Set([...(ours?.keys() ?? []), ...(theirs?.keys() ?? [])])].sort().flatMap((counter) => {
      const values = { stored: ours?.get(counter) ?? 0, history: theirs?.get(counter) ?? 0 };
      return values.stored === values.history ? [] : [{ day, counter, ...values }];
    });
  });
}

/** Convert an event to the counted event that its proof says. */
export const countedEventOf = (event: RidaEvent): CountedEvent => ({
  ...{ id: event.id, subject: event.subject, at: Date.parse(event.time) },
  recordedAt: Date.parse(event.recordedTime),
  ...countersOf(event),
});

/**
 * Count a history of events again and compare it with the stored figures. Events may be in any order and repeated.
 */
export async function recount(
  events: AsyncIterable<RidaEvent> | Iterable<RidaEvent>,
  { days, proven }: StoredFigures,
  now: number,
): Promise<Recount> {
  const from = firstProvenDay(now);
  const [stored, history]: [Days, Days] = [new Map(), new Map()];
  for (const { day, counts } of days) if (day >= from) add(stored, day, counts);
  const seen = new Set<string>();
  const unproven: CountedEvent[] = [];
  let waiting = 0;
  for await (const event of events) {
    const counted = countedEventOf(event);
    const { id, day, counters, recordedAt } = counted;
    if (day < from || seen.has(id) || Object.keys(counters).length === 0) continue;
    seen.add(id);
    if (!proven.has(id) && recordedAt > now - HOUR) {
      waiting += 1;
      continue;
    }
    if (!proven.has(id) && recordedAt > now - PROOF_KEPT) unproven.push(counted);
    add(history, day, counters);
  }
  return { from, differences: differencesOf(stored, history), unproven, waiting };
}

/** Return the counters of a shard that give the day the counters of its history. */
export const amended = (
  counts: Readonly<Record<string, number>>,
  differences: readonly Difference[],
): Record<string, number> =>
  addCounters(
    counts,
    differences.map(({ counter, stored, history }) => ({ counters: { [counter]: history - stored } })),
  );
