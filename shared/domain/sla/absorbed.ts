import type { CompiledCalendar } from './compile.ts';
import type { Pause } from './pauses.ts';
import type { Fact, Remaining } from './timeline.ts';
import { elapsed } from './working-time.ts';

/** A case that was merged into this one and is not released. */
export interface Absorption {
  readonly at: number;
  readonly remaining: Remaining;
}

/** Return the merged cases that are still part of this one. */
export function absorptionsOf(facts: readonly Fact[]): readonly Absorption[] {
  const merged = new Map<string, Absorption>();
  for (const fact of facts) {
    if (fact.type === 'absorbed') merged.set(fact.source, fact);
    else if (fact.type === 'released') merged.delete(fact.source);
  }
  return [...merged.values()];
}

export interface AbsorbingRun {
  readonly clock: keyof Remaining;
  readonly start: number;
  readonly end: number | null;
  /** The policy's target, or null when it sets none. */
  readonly target: number | null;
  readonly pauses: readonly Pause[];
}

/**
 * Return the target that keeps the earliest deadline. Each case that was merged during the run gives one
 * candidate: the work done until the merge plus the time that remained on the merged case's clock. The result
 * is at least 0, and null when neither the policy nor a merged case sets a target.
 */
export function earliestTarget(
  calendar: CompiledCalendar,
  absorptions: readonly Absorption[],
  { clock, start, end, target, pauses }: AbsorbingRun,
): number | null {
  let earliest = target;
  for (const { at, remaining } of absorptions) {
    const left = remaining[clock];
    if (left === undefined || at < start || (end !== null && at > end)) continue;
    const promised = Math.max(elapsed(calendar, start, at, pauses) + left, 0);
    if (earliest === null || promised < earliest) earliest = promised;
  }
  return earliest;
}
