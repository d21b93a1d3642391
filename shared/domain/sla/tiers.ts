import { isPlain } from './clock.ts';
import type { CompiledCalendar } from './compile.ts';
import type { EvaluateOptions, Evaluation } from './evaluate.ts';
import type { Step } from './ladder-steps.ts';
import { stepsOf } from './ladder-steps.ts';
import { MINUTE_MS } from './local-date.ts';
import type { Pause } from './pauses.ts';
import type { Audience, ClockName } from './policy.ts';
import type { LiveRun } from './runs.ts';
import { due } from './working-time.ts';

/** One thing to do for one run of one clock, once. */
export interface Tier {
  /** `<clock>#<generation>#<rung>`: the same whatever is replayed, and unchanged by a change of target. */
  readonly key: string;
  readonly clock: ClockName;
  readonly generation: number;
  readonly action: 'warn' | 'breach' | 'escalate';
  readonly level: number;
  readonly tell: Audience;
  /** Instant reached (epoch ms). A breach happens just after it. */
  readonly at: number;
  /** The first instant at which it may act: later than `at` where only what is strictly late counts, or while held. */
  readonly firesAt: number;
  /** The deadline of its run. */
  readonly dueAt: number;
  /** `terms`: a change of policy or priority put it into the past, so nobody was late when it happened. */
  readonly cause: 'time' | 'terms';
}

export interface NextTiers {
  /** The highest passed tier of each run that has not acted yet. */
  readonly dueNow: readonly Tier[];
  /** Lower tiers that passed unseen with it: to be recorded, not acted upon. */
  readonly skipped: readonly Tier[];
  /** When to look again (epoch ms), or null when nothing can happen by time alone. */
  readonly nextAt: number | null;
}

/**
 * The tiers of the runs that are running or held, by time. Those of a held run that lie ahead are left out.
 * Calendars as given to `evaluate`.
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
  const standing = standingOf(run);
  return stepsOf(policy.ladder, clock)
    .map((step) => {
      const { rung } = step;
      const at = instantOf(calendar, run, step);
      return {
        key: `${clock}#${generation}#${step.name}`,
        clock,
        generation,
        action: rung.action,
        level: rung.level ?? 0,
        tell: rung.tell,
        at,
        firesAt: firesAt(rung.action, at, standing),
        dueAt,
        cause:
          !fixed && termsChangedAt !== null && at < termsChangedAt ? ('terms' as const) : ('time' as const),
      };
    })
    .filter((tier) => run.state.state === 'running' || tier.firesAt <= asOf);
}

/** A promise for a fixed instant is not moved by pauses; its warning falls within the working time before it. */
function instantOf(
  calendar: CompiledCalendar,
  { state, pauses, fixed }: LiveRun,
  { share, minutes }: Step,
): number {
  const { startedAt, dueAt, targetMs } = state;
  const start = startedAt ?? 0;
  const deadline = dueAt ?? start;
  if (share < 1) {
    const part = Math.round(share * (targetMs ?? 0));
    if (!fixed) return due(calendar, start, part, pauses);
    return isPlain(calendar, start, deadline) ? start + part : due(calendar, start, part);
  }
  return minutes === 0 ? deadline : due(calendar, deadline, minutes * MINUTE_MS, pauses);
}

/**
 * A warning may come at its instant, unless the clock stands still around it. Late is only what is strictly after
 * the due instant, and a clock that stands still cannot become late.
 */
function firesAt(action: Tier['action'], at: number, pauses: readonly Pause[]): number {
  if (action === 'warn') return pauses.find(({ from, to }) => from < at && at < to)?.to ?? at;
  return (pauses.find(({ from, to }) => from <= at && at < to)?.to ?? at) + 1;
}

/** The run's pauses, the one that is still on without an end. */
function standingOf({ state, pauses }: LiveRun): readonly Pause[] {
  const last = pauses.at(-1);
  if (state.state !== 'paused' || last === undefined) return pauses;
  return [...pauses.slice(0, -1), { from: last.from, to: Number.POSITIVE_INFINITY }];
}

/**
 * What to do now and when to look again. `fired` holds the keys that have acted or were skipped. When several
 * tiers of one run passed unseen (the system was down), only the highest acts.
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
