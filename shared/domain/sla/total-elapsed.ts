import type { ClockState } from './clock-state.ts';
import { NOT_DEFINED } from './clock-state.ts';

/**
 * Return the plain time from the opening to the latest resolution. It has no pauses and no target: it is the
 * time that the beneficiary waited.
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
