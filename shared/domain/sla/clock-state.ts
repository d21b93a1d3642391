import type { CompiledCalendar } from './compile.ts';
import type { Pause } from './pauses.ts';
import { due, elapsed } from './working-time.ts';

/**
 * - `running`: time counts against the target.
 * - `paused`: a pausing or final status stops the clock.
 * - `met`: the obligation was fulfilled, in time or late (see `breached`).
 * - `withdrawn`: there is no obligation: no beneficiary waits, or the case was closed first.
 * - `not-defined`: the policy sets no target, or the case is not opened yet.
 */
type ClockStatus = 'running' | 'paused' | 'met' | 'withdrawn' | 'not-defined';

export interface ClockState {
  readonly state: ClockStatus;
  /** Epoch milliseconds. Null when the clock never began. */
  readonly startedAt: number | null;
  /** When the obligation was fulfilled. */
  readonly metAt: number | null;
  /**
   * The last instant that is in time (epoch milliseconds). While paused: computed as if the clock continued
   * now.
   */
  readonly dueAt: number | null;
  /** `dueAt` while running, otherwise null. */
  readonly activeDueAt: number | null;
  readonly targetMs: number | null;
  /** Working milliseconds without pauses. For the next response: of the worst exchange. */
  readonly elapsedMs: number;
  /** Target minus elapsed. Negative when late. */
  readonly marginMs: number | null;
  /** True when the clock ran at an instant after `dueAt`. */
  readonly breached: boolean;
  /** 1 for the first run. Each exchange and each reopening begins another. 0 when the clock never began. */
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

/** The target of a run: an amount of working time, or a fixed instant (epoch milliseconds). */
type Owed = { readonly workMs: number } | { readonly dueAt: number };

export interface ClockRun {
  readonly start: number;
  /** When the run was met or permanently withdrawn. */
  readonly end: number | null;
  readonly owed: Owed;
  readonly generation: number;
  /** Joined. A pause that reaches `asOf` is still open. */
  readonly pauses: readonly Pause[];
  /** True when the case is in a pausing status now. */
  readonly held: boolean;
  /** True when there is no obligation any more, or none while the case is closed. */
  readonly withdrawn: boolean;
}

/** Compute the state of one run of a clock at `asOf`. Later pauses do not change a run that has ended. */
export function readClock(calendar: CompiledCalendar, run: ClockRun, asOf: number): ClockState {
  const { start, end, owed, generation } = run;
  const until = end ?? asOf;
  const pauses = run.pauses.filter(({ from }) => from < until).map((pause) => cutAt(pause, until));
  const ran = lastRunning(pauses, until);
  const { dueAt, targetMs, elapsedMs } =
    'workMs' in owed
      ? {
          dueAt: due(calendar, start, owed.workMs, pauses),
          targetMs: owed.workMs,
          elapsedMs: elapsed(calendar, start, until, pauses),
        }
      : { dueAt: owed.dueAt, ...untilInstant(calendar, start, ran, owed.dueAt) };
  const state = run.withdrawn ? 'withdrawn' : end !== null ? 'met' : run.held ? 'paused' : 'running';
  return {
    state,
    startedAt: start,
    metAt: state === 'met' ? end : null,
    dueAt,
    activeDueAt: state === 'running' ? dueAt : null,
    targetMs,
    elapsedMs,
    marginMs: targetMs - elapsedMs,
    breached: ran > dueAt,
    generation,
  };
}

/**
 * Measure the working time until a fixed instant, which pauses do not move. When there is no working time
 * before it, measure plain time.
 */
function untilInstant(calendar: CompiledCalendar, start: number, ran: number, dueAt: number) {
  const plain = isPlain(calendar, start, dueAt);
  const between = (from: number, to: number) => (plain ? to - from : elapsed(calendar, from, to));
  return { targetMs: between(start, dueAt), elapsedMs: between(start, ran) };
}

/**
 * Return true when the given time is completely outside working hours. Then shares are computed in plain
 * time.
 */
export function isPlain(calendar: CompiledCalendar, start: number, dueAt: number): boolean {
  return elapsed(calendar, start, dueAt) === 0;
}

function cutAt(pause: Pause, until: number): Pause {
  return pause.to <= until ? pause : { from: pause.from, to: until };
}

/**
 * Return the end of the last time up to `until` in which the clock was running. A paused clock cannot become
 * late.
 */
function lastRunning(pauses: readonly Pause[], until: number): number {
  const last = pauses.at(-1);
  return last?.to === until ? last.from : until;
}
