import type { ClockState } from './clock-state.ts';
import { NOT_DEFINED } from './clock-state.ts';
import type { CompiledCalendar } from './compile.ts';
import type { Pause } from './pauses.ts';
import type { ClockName, PausableClock, Priority, SlaPolicy } from './policy.ts';
import { CLOCK_NAMES, targetOf } from './policy.ts';
import type { LiveRun } from './runs.ts';
import { runsOf } from './runs.ts';
import { shownState } from './shown-state.ts';
import type { ClockHistory } from './status-history.ts';
import { readHistory, spansIn } from './status-history.ts';
import type { Fact } from './timeline.ts';
import { timelineUntil } from './timeline.ts';
import { totalElapsed } from './total-elapsed.ts';

type Clocks = { readonly [clock in ClockName | 'totalElapsed']: ClockState };

export interface Evaluation {
  readonly asOf: number;
  /** The displayed state of each clock: the relevant run, with the worst values of all its runs. */
  readonly clocks: Clocks;
  /** Every run of every clock, finished ones included. */
  readonly runs: readonly LiveRun[];
  /** The runs that are running or paused. Each has its own ladder. */
  readonly live: readonly LiveRun[];
  /** The earliest `activeDueAt`. It may be in the past. */
  readonly nextDeadlineAt: number | null;
  /** The policy in force at `asOf`. It applies to the whole past. */
  readonly policy: SlaPolicy;
  readonly priority: Priority;
  readonly termsChangedAt: number | null;
  readonly firstResolvedAt: number | null;
  /** Null while the case is not resolved. */
  readonly resolvedAt: number | null;
  readonly reopenings: number;
  /** The pauses of each clock. */
  readonly pauses: { readonly [clock in ClockName]: readonly Pause[] };
}

export interface EvaluateOptions {
  /** Calendar for requests to a department. By default the calendar of the case. */
  readonly departmentCalendar?: CompiledCalendar | undefined;
}

/**
 * Compute the state of every clock of a case at `asOf` from its facts. Their order of arrival and repetitions
 * do not change the result. A change of policy or priority recomputes everything from the original starts.
 *
 * `policy` applies until a `policy` fact replaces it. `calendar` is the calendar in force at `asOf`.
 */
export function evaluate(
  policy: SlaPolicy,
  calendar: CompiledCalendar,
  timeline: readonly Fact[],
  asOf: number,
  { departmentCalendar = calendar }: EvaluateOptions = {},
): Evaluation {
  const history = readHistory(policy, timelineUntil(timeline, asOf), asOf);
  if (history === null) return unopened(policy, asOf);
  const finals = spansIn(history.statuses, history.policy.finalStatuses);
  const status = history.statuses.at(-1)?.status ?? 'new';
  const isFinal = history.policy.finalStatuses.includes(status);
  const pauses = pausesOf(history, finals);
  const runs = runsOf({ calendar, departmentCalendar, history, finals, status, isFinal, pauses, asOf });
  const live = runs.filter(({ state }) => state.state === 'running' || state.state === 'paused');
  const resolvedAt = isFinal ? (finals.at(-1)?.from ?? null) : null;
  const deadlines = live.flatMap(({ state }) => state.activeDueAt ?? []);
  return {
    asOf,
    clocks: {
      firstResponse: shownState(runs, 'firstResponse'),
      nextResponse: shownState(
        runs,
        'nextResponse',
        targetOf(history.policy, history.priority, 'nextResponse'),
      ),
      resolution: shownState(runs, 'resolution'),
      followUp: shownState(runs, 'followUp'),
      department: shownState(runs, 'department'),
      touch: shownState(runs, 'touch'),
      totalElapsed: totalElapsed(history.openedAt, resolvedAt, asOf),
    },
    runs,
    live,
    nextDeadlineAt: deadlines.length === 0 ? null : Math.min(...deadlines),
    policy: history.policy,
    priority: history.priority,
    termsChangedAt: history.termsChangedAt,
    firstResolvedAt: history.settled.firstResolvedAt ?? finals[0]?.from ?? null,
    resolvedAt,
    reopenings: history.settled.resolutions + (isFinal ? finals.length - 1 : finals.length),
    pauses,
  };
}

function pausesOf({ policy, statuses }: ClockHistory, finals: readonly Pause[]): Evaluation['pauses'] {
  const held = (clock: PausableClock) =>
    spansIn(statuses, [...policy.pauseStatuses[clock], ...policy.finalStatuses]);
  return {
    firstResponse: held('firstResponse'),
    nextResponse: held('nextResponse'),
    resolution: held('resolution'),
    followUp: [],
    department: finals,
    touch: [],
  };
}

function unopened(policy: SlaPolicy, asOf: number): Evaluation {
  const none = <T>(value: T) =>
    Object.fromEntries(CLOCK_NAMES.map((clock) => [clock, value])) as Record<ClockName, T>;
  return {
    asOf,
    clocks: { ...none(NOT_DEFINED), totalElapsed: NOT_DEFINED },
    runs: [],
    live: [],
    nextDeadlineAt: null,
    policy,
    priority: 'normal',
    termsChangedAt: null,
    firstResolvedAt: null,
    resolvedAt: null,
    reopenings: 0,
    pauses: none([]),
  };
}
