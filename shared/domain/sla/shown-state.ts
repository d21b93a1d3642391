import type { ClockState } from './clock.ts';
import { NOT_DEFINED } from './clock.ts';
import type { ClockName } from './policy.ts';
import type { LiveRun } from './runs.ts';

/** Clocks whose every run is a verdict of its own: answering fast once does not make up for answering late. */
const KEEPS_WORST: ReadonlySet<ClockName> = new Set(['nextResponse', 'followUp', 'department']);

/**
 * A clock as one state: its open run that is due first, otherwise its last. Where each run stands for something
 * owed, elapsed, margin and verdict are those of the worst. `target` says that the clock is defined without a run.
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
