import type { ClockState } from './clock.ts';
import { NOT_DEFINED } from './clock.ts';

/**
 * Calendar time from the opening to the latest resolution: never paused, no target. It is what the beneficiary
 * lived through, whatever the working clocks say.
 */
export function totalElapsed(openedAt: number, resolvedAt: number | null, asOf: number): ClockState {
  return {
    ...NOT_DEFINED,
    state: resolvedAt === null ? 'running' : 'met',
    startedAt: openedAt,
    metAt: resolvedAt,
    elapsedMs: (resolvedAt ?? asOf) - openedAt,
    generation: 1,
  };
}
