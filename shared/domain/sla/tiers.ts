import { isPlain } from './clock-state.ts';
import type { CompiledCalendar } from './compile.ts';
import type { EvaluateOptions, Evaluation } from './evaluate.ts';
import type { LadderStep } from './ladder-steps.ts';
import { stepsOf } from './ladder-steps.ts';
import { MINUTE_MS } from './local-date.ts';
import type { Pause } from './pauses.ts';
import type { Audience, ClockName } from './policy.ts';
import type { LiveRun } from './runs.ts';
import { beginOfWorkingDayBefore } from './working-days.ts';
import { due } from './working-time.ts';

/** One action for one run of one clock. It happens once. */
export interface Tier {
  /** `<clock>#<generation>#<rung>`. Replays and changes of the target do not change it. */
  readonly key: string;
  readonly clock: ClockName;
  readonly generation: number;
  readonly action: 'warn' | 'breach' | 'escalate';
  readonly level: number;
  readonly tell: Audience;
  /** The instant of the tier (epoch milliseconds). A breach acts just after it. */
  readonly at: number;
  /**
   * The first instant at which the tier may act. It is later than `at` for breaches and escalations, which
   * must be strictly late, and while the clock is paused.
   */
  readonly firesAt: number;
  /** The deadline of its run. */
  readonly dueAt: number;
  /**
   * `terms`: a change of policy or priority put the tier into the past, so the work was not late when it
   * happened.
   */
  readonly cause: 'time' | 'terms';
}

export interface NextTiers {
  /** For each run, the highest passed tier that has not acted yet. */
  readonly dueNow: readonly Tier[];
  /** Lower tiers that passed at the same time. Record them without acting. */
  readonly skipped: readonly Tier[];
  /** When to look again (epoch milliseconds), or null when time alone changes nothing. */
  readonly nextAt: number | null;
}

/**
 * Return the tiers of the running and paused runs, by time. Leave out future tiers of a paused run. Pass the
 * same calendars as to `evaluate`.
 */
export function tiersOf(
  calendar: CompiledCalendar,
  evaluation: Evaluation,
  { departmentCalendar = calendar }: EvaluateOptions = {},
): readonly Tier[] {
  return evaluation.live
    .flatMap((run) => runTiers(run.clock === 'department' ? departmentCalendar : calendar, evaluation, run))
    .sort((a, b) => a.at - b.at);
}

function runTiers(calendar: CompiledCalendar, evaluation: Evaluation, run: LiveRun): Tier[] {
  const { policy, termsChangedAt, asOf } = evaluation;
  const { clock, generation, fixed } = run;
  const { dueAt } = run.state;
  if (dueAt === null) return [];
  const pausesOfRun = allPausesOf(run);
  return stepsOf(policy.ladder, clock)
    .map((step) => {
      const { rung } = step;
      const at = instantOfStep(calendar, run, step);
      return {
        key: `${clock}#${generation}#${step.name}`,
        clock,
        generation,
        action: rung.action,
        level: rung.level ?? 0,
        tell: rung.tell,
        at,
        firesAt: firesAt(rung.action, at, pausesOfRun),
        dueAt,
        cause:
          !fixed && termsChangedAt !== null && at < termsChangedAt ? ('terms' as const) : ('time' as const),
      };
    })
    .filter((tier) => run.state.state === 'running' || tier.firesAt <= asOf);
}

/**
 * Pauses do not move a promise for a fixed instant. Its warning is within the working time before that
 * instant.
 */
function instantOfStep(
  calendar: CompiledCalendar,
  { state, pauses, fixed }: LiveRun,
  { share, minutes, daysBefore }: LadderStep,
): number {
  const { startedAt, dueAt, targetMs } = state;
  const start = startedAt ?? 0;
  const deadline = dueAt ?? start;
  if (daysBefore !== undefined)
    return Math.max(start, beginOfWorkingDayBefore(calendar, deadline, daysBefore));
  if (share < 1) {
    const part = Math.round(share * (targetMs ?? 0));
    if (!fixed) return due(calendar, start, part, pauses);
    return isPlain(calendar, start, deadline) ? start + part : due(calendar, start, part);
  }
  return minutes === 0 ? deadline : due(calendar, deadline, minutes * MINUTE_MS, pauses);
}

/**
 * A warning acts at its instant, unless the clock is paused around it. A breach must be strictly after the
 * due instant, and a paused clock cannot become late.
 */
function firesAt(action: Tier['action'], at: number, pauses: readonly Pause[]): number {
  if (action === 'warn') return pauses.find(({ from, to }) => from < at && at < to)?.to ?? at;
  return (pauses.find(({ from, to }) => from <= at && at < to)?.to ?? at) + 1;
}

/** Return the run's pauses. Give a pause that is still open no end. */
function allPausesOf({ state, pauses }: LiveRun): readonly Pause[] {
  const last = pauses.at(-1);
  if (state.state !== 'paused' || last === undefined) return pauses;
  return [...pauses.slice(0, -1), { from: last.from, to: Number.POSITIVE_INFINITY }];
}

/**
 * Return the tiers that act now and when to look again. `fired` contains the keys that acted or were skipped.
 * When several tiers of one run passed while the system was down, only the highest acts.
 */
export function nextTier(tiers: readonly Tier[], fired: ReadonlySet<string>, asOf: number): NextTiers {
  const passed = tiers.filter((tier) => tier.firesAt <= asOf);
  const highest = new Set(new Map(passed.map((tier) => [runOf(tier), tier.key])).values());
  const open = passed.filter(({ key }) => !fired.has(key));
  const ahead = tiers.filter((tier) => tier.firesAt > asOf && !fired.has(tier.key));
  return {
    dueNow: open.filter(({ key }) => highest.has(key)),
    skipped: open.filter(({ key }) => !highest.has(key)),
    nextAt: ahead.length === 0 ? null : Math.min(...ahead.map((tier) => tier.firesAt)),
  };
}

function runOf({ clock, generation }: Tier): string {
  return `${clock}#${generation}`;
}
