import { membersWith } from '../every-of.ts';
import type { ClockState } from './clock-state.ts';
import { NOT_DEFINED } from './clock-state.ts';
import type { ClockName } from './policy.ts';
import type { LiveRun } from './runs.ts';

/** Clocks with a separate result for each run: a fast answer does not compensate for a late one. */
const KEEPS_WORST = membersWith<ClockName>({
  firstResponse: false,
  nextResponse: true,
  resolution: false,
  followUp: true,
  department: true,
  touch: true,
});

/**
 * Combine the runs of a clock into one state: the open run that is due first, otherwise the last run. For
 * clocks with a result for each run, take elapsed, margin and breach from the worst. `target` defines a clock
 * without runs.
 */
export function shownState(
  runs: readonly LiveRun[],
  clock: ClockName,
  target: number | null = null,
): ClockState {
  const states = runs.filter((run) => run.clock === clock).map(({ state }) => state);
  const current = openFirst(states) ?? states.at(-1);
  if (current === undefined) {
    return target === null ? NOT_DEFINED : { ...NOT_DEFINED, state: 'withdrawn', targetMs: target };
  }
  if (!KEEPS_WORST.has(clock) || states.length === 1) return current;
  const worst = states.reduce((a, b) => (marginOf(b) < marginOf(a) ? b : a));
  return {
    ...current,
    targetMs: worst.targetMs,
    elapsedMs: worst.elapsedMs,
    marginMs: worst.marginMs,
    breached: states.some(({ breached }) => breached),
  };
}

function openFirst(states: readonly ClockState[]): ClockState | undefined {
  return states
    .filter(({ state }) => state === 'running' || state === 'paused')
    .sort((a, b) => (a.dueAt ?? 0) - (b.dueAt ?? 0))[0];
}

function marginOf({ marginMs }: ClockState): number {
  return marginMs ?? Number.POSITIVE_INFINITY;
}
