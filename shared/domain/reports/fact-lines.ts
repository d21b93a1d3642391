import type { Measure } from './counter-name.ts';
import type { Tally } from './tally.ts';

/** Cases by an id of the settings. */
export interface FactLine {
  readonly id: string;
  readonly opened: number;
  readonly resolved: number;
}

/** Cases whose type or category was corrected from one value to another. */
export interface Correction {
  readonly field: 'type' | 'category';
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

/** Return the lines of a fact. A corrected case has left the line of the wrong value. */
export function byFact(counts: Tally, opened: Measure, resolved: Measure): FactLine[] {
  const ids = new Set([...counts.by(opened), ...counts.by(resolved)].map(([id]) => id));
  return [...ids]
    .map((id) => ({ id, opened: counts.sum(opened, id), resolved: counts.sum(resolved, id) }))
    .filter((line) => line.opened > 0 || line.resolved > 0)
    .sort((a, b) => b.opened - a.opened || b.resolved - a.resolved);
}

/** Return the corrections of type and category by agents, the most frequent first. */
export function corrections(counts: Tally): Correction[] {
  const all = (['type', 'category'] as const).flatMap((field) =>
    counts
      .by('corrected', field)
      .flatMap(([from]) =>
        counts.by('corrected', field, from).map(([to, count]) => ({ field, from, to, count })),
      ),
  );
  return all.sort((a, b) => b.count - a.count);
}
