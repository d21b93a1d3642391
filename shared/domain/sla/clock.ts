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

/** What a clock was started for: so much work, or a fixed instant (epoch ms). */
export type Owed = { readonly workMs: number } | { readonly dueAt: number };

export interface ClockRun {
  readonly start: number;
  /** When it was met or withdrawn for good. */
  readonly end: number | null;
  readonly owed: Owed;
  readonly generation: number;
  /** Joined; one that reaches `asOf` is still on. */
  readonly pauses: readonly Pause[];
  /** The case is in a pausing status now. */
  readonly held: boolean;
  /** Nothing is owed any more, or not while the case is closed. */
  readonly withdrawn: boolean;
}

/** Reads one run of a clock at `asOf`. What comes after its end no longer changes it. */
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

/** Working time up to an instant that no pause moves; plain time when no work lies before it. */
function untilInstant(calendar: CompiledCalendar, start: number, ran: number, dueAt: number) {
  const plain = isPlain(calendar, start, dueAt);
  const between = (from: number, to: number) => (plain ? to - from : elapsed(calendar, from, to));
  return { targetMs: between(start, dueAt), elapsedMs: between(start, ran) };
}

/** Whether the time given lies wholly outside working hours, so that only plain time has a share. */
export function isPlain(calendar: CompiledCalendar, start: number, dueAt: number): boolean {
  return elapsed(calendar, start, dueAt) === 0;
}

function cutAt(pause: Pause, until: number): Pause {
  return pause.to <= until ? pause : { from: pause.from, to: until };
}

/** The end of the last time up to `until` in which the clock was not held: one that stands still cannot become late. */
function lastRunning(pauses: readonly Pause[], until: number): number {
  const last = pauses.at(-1);
  return last?.to === until ? last.from : until;
}
