import type { CompiledCalendar } from './compile.ts';
import type { Pause } from './pauses.ts';
import type { Fact, Remaining } from './timeline.ts';
import { elapsed } from './working-time.ts';

/** A case merged into this one and not released since. */
export interface Absorption {
  readonly at: number;
  readonly remaining: Remaining;
}

/** The merged cases that are still part of this one. */
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
  /** By the policy; null when it sets none. */
  readonly target: number | null;
  readonly pauses: readonly Pause[];
}

/**
 * The target that keeps the earliest promise: of each case merged while the run lasted, the work done by then and
 * what the merged case's clock still had. Never below 0; null when nobody promised anything.
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
