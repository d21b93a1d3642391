import type { ClockState } from './clock-state.ts';
import type { CompiledCalendar } from './compile.ts';
import { due } from './working-time.ts';

/** A finished run of a clock whose facts are no longer kept. */
export interface SettledRun {
  readonly generation: number;
  readonly startedAt: number;
  /** Missing when the obligation was withdrawn. */
  readonly metAt?: number | undefined;
  readonly elapsedMs: number;
  readonly targetMs: number;
  readonly breached: boolean;
}

/** The finished runs of a clock whose facts are no longer kept: their number, and the worst one. */
export interface SettledRuns {
  readonly count: number;
  readonly worst?: SettledRun | undefined;
}

/**
 * The part of a long history that is replaced by its results. The facts that still matter stay facts: open
 * exchanges and promises, the first answer, pauses, requests and merged cases.
 */
export interface Settled {
  readonly exchanges: SettledRuns;
  readonly promises: SettledRuns;
  /** The number of finished resolutions before the ones that are still facts. */
  readonly resolutions: number;
  readonly firstResolvedAt?: number | undefined;
}

const NO_RUNS: SettledRuns = { count: 0 };
export const NOTHING_SETTLED: Settled = { exchanges: NO_RUNS, promises: NO_RUNS, resolutions: 0 };

/** Return the state of a settled run. A target that changed since then is compared with the worked time. */
export function settledState(
  calendar: CompiledCalendar,
  run: SettledRun,
  targetMs = run.targetMs,
): ClockState {
  const { generation, startedAt, metAt, elapsedMs } = run;
  return {
    state: metAt === undefined ? 'withdrawn' : 'met',
    startedAt,
    metAt: metAt ?? null,
    dueAt: due(calendar, startedAt, targetMs),
    activeDueAt: null,
    targetMs,
    elapsedMs,
    marginMs: targetMs - elapsedMs,
    breached: targetMs === run.targetMs ? run.breached : elapsedMs > targetMs,
    generation,
  };
}
