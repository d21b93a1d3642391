import type { RidaEvent } from '#events/registry.ts';
import { commitOf, isCommit } from '#shared/adapters/table/commit-item.ts';
import { figuresFromItem, isFigures, provenIdOf } from '#shared/adapters/table/figures-item.ts';
import type { DayFigures } from '#shared/domain/reports/day-figures.ts';
import { amended, type Recount, recount } from '#shared/domain/reports/recount.ts';
import { MOST_COUNTED_AT_ONCE } from '#shared/ports/figure-store.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import type { FiguresPlace } from './figures-place.ts';
import { Refusal } from './tool-command.ts';

/** Return the events of every commit, as the relay published them. */
async function* eventsOf({ items }: FiguresPlace): AsyncGenerator<RidaEvent> {
  for await (const item of items()) if (isCommit(item)) yield* toEnvelopes(commitOf(item));
}

/** Count the stored history again, and compare it with the stored figures. The table is read twice. */
export async function recountFigures(place: FiguresPlace): Promise<Recount> {
  const proven = new Set<string>();
  const days: DayFigures[] = [];
  for await (const item of place.items()) {
    const id = provenIdOf(item);
    if (id !== undefined) proven.add(id);
    else if (isFigures(item)) days.push(figuresFromItem(item));
  }
  return recount(eventsOf(place), { days, proven }, place.clock.now());
}

/** Group by the day. */
function byDay<T extends { readonly day: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(one.day, [...(groups.get(one.day) ?? []), one]);
  return groups;
}

const SHARD = 0;

/**
 * Add the differences to the figures, and store the proofs that are missing, so that no event is counted again later.
 * @throws Refusal when the figures of a day change during the rebuild
 */
export async function applyRecount(
  { figures }: FiguresPlace,
  { differences, unproven }: Recount,
): Promise<void> {
  const [missing, proofs] = [byDay(differences), byDay(unproven)];
  for (const day of new Set([...missing.keys(), ...proofs.keys()])) {
    const stored = (await figures.load(day, SHARD)) ?? { day, shard: SHARD, version: 0, counts: {} };
    const counts = amended(stored.counts, missing.get(day) ?? []);
    const own = proofs.get(day) ?? [];
    let { version } = stored;
    for (let at = 0; at === 0 || at < own.length; at += MOST_COUNTED_AT_ONCE) {
      version += 1;
      const part = own.slice(at, at + MOST_COUNTED_AT_ONCE);
      if (!(await figures.save({ day, shard: SHARD, version, counts }, part)))
        throw new Refusal(`the figures of ${day} changed during the rebuild; run it again`);
    }
  }
}
