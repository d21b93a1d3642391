import type { CompiledCalendar } from './compile.ts';
import type { Pause } from './pauses.ts';
import { due, elapsed } from './working-time.ts';

/**
 * - `running`: time counts against the target.
 * - `paused`: a pausing or final status holds it.
 * - `met`: what was owed was done (in time or not: see `breached`).
 * - `withdrawn`: nothing is owed: no beneficiary waits, or the case closed first.
 * - `not-defined`: the policy sets no target, or the case is not opened yet.
 */
export type ClockStatus = 'running' | 'paused' | 'met' | 'withdrawn' | 'not-defined';

export interface ClockState {
  readonly state: ClockStatus;
  /** Epoch ms; null when it never began. */
  readonly startedAt: number | null;
  /** When what was owed was done. */
  readonly metAt: number | null;
  /** The last instant in time (epoch ms). While paused: as if it went on now. */
  readonly dueAt: number | null;
  /** `dueAt` while running, otherwise null. */
  readonly activeDueAt: number | null;
  readonly targetMs: number | null;
  /** Working ms, pauses not counted; of the worst exchange for the next response. */
  readonly elapsedMs: number;
  /** Target less elapsed; negative when late. */
  readonly marginMs: number | null;
  /** It ran at an instant later than `dueAt`. */
  readonly breached: boolean;
  /** 1 for the first; each exchange and each reopening begins another. 0 when it never began. */
  readonly generation: number;
}

export const NOT_DEFINED: ClockState = {
  state: 'not-defined',
  startedAt: null,
  metAt: null,
  dueAt: null,
  activeDueAt: null,
  targetMs: null,
  elapsedMs: 0,
  marginMs: null,
  breached: false,
  generation: 0,
};

export interface ClockRun {
  readonly start: number;
  readonly end: number | null;
  readonly target: number;
  readonly generation: number;
  /** Joined; one that reaches `asOf` is still on. */
  readonly pauses: readonly Pause[];
  /** The case is in a pausing status now. */
  readonly held: boolean;
  readonly withdrawn: boolean;
}

/** Reads one run of a clock at `asOf`. What comes after its end no longer changes it. */
export function readClock(calendar: CompiledCalendar, run: ClockRun, asOf: number): ClockState {
  const { start, end, target, generation } = run;
  const until = end ?? asOf;
  const pauses = run.pauses.filter(({ from }) => from < until).map((pause) => cutAt(pause, until));
  const dueAt = due(calendar, start, target, pauses);
  const elapsedMs = elapsed(calendar, start, until, pauses);
  const state = end !== null ? 'met' : run.withdrawn ? 'withdrawn' : run.held ? 'paused' : 'running';
  return {
    state,
    startedAt: start,
    metAt: end,
    dueAt,
    activeDueAt: state === 'running' ? dueAt : null,
    targetMs: target,
    elapsedMs,
    marginMs: target - elapsedMs,
    breached: lastRunning(run, until) > dueAt,
    generation,
  };
}

function cutAt(pause: Pause, until: number): Pause {
  return pause.to <= until ? pause : { from: pause.from, to: until };
}

/** The last instant up to `until` in which the clock was not held: a clock that stands still cannot become late. */
function lastRunning({ pauses, held, end }: ClockRun, until: number): number {
  const holding =
    held && end === null ? pauses.at(-1) : pauses.find(({ from, to }) => from < until && until < to);
  return holding?.from ?? until;
}
