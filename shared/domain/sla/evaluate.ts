import type { ClockState } from './clock.ts';
import { NOT_DEFINED, readClock } from './clock.ts';
import type { CompiledCalendar } from './compile.ts';
import type { History } from './history.ts';
import { readHistory, runsOf } from './history.ts';
import type { Pause } from './pauses.ts';
import type { ClockName, Priority, SlaPolicy } from './policy.ts';
import { CLOCK_NAMES, targetOf } from './policy.ts';
import type { Fact } from './timeline.ts';
import { inOrder } from './timeline.ts';
import { totalElapsed } from './total-elapsed.ts';

export type Clocks = { readonly [clock in ClockName | 'totalElapsed']: ClockState };

export interface Evaluation {
  readonly asOf: number;
  readonly clocks: Clocks;
  /** The earliest `activeDueAt`, which may have passed. */
  readonly nextDeadlineAt: number | null;
  /** The terms in force at `asOf`, by which the whole past is judged. */
  readonly policy: SlaPolicy;
  readonly priority: Priority;
  readonly termsChangedAt: number | null;
  readonly firstResolvedAt: number | null;
  /** Null while it is not resolved. */
  readonly resolvedAt: number | null;
  readonly reopenings: number;
  /** When each clock stood still. */
  readonly pauses: { readonly [clock in ClockName]: readonly Pause[] };
}

/**
 * The state of every clock of a case at `asOf`, told from its facts alone: their order of arrival and repetitions
 * make no difference. A change of policy or priority recomputes everything from the original starts.
 *
 * `policy` holds until a `policy` fact replaces it; `calendar` is the calendar in force at `asOf`.
 */
export function evaluate(
  policy: SlaPolicy,
  calendar: CompiledCalendar,
  timeline: readonly Fact[],
  asOf: number,
): Evaluation {
  const history = readHistory(policy, inOrder(timeline, asOf), asOf);
  if (history === null) return unopened(policy, asOf);
  const finals = runsOf(history.statuses, history.policy.finalStatuses);
  const status = history.statuses.at(-1)?.status ?? 'new';
  const isFinal = history.policy.finalStatuses.includes(status);
  const context: Context = { calendar, history, finals, status, isFinal, asOf };
  const pauses = {
    firstResponse: pausesOf(context, 'firstResponse'),
    nextResponse: pausesOf(context, 'nextResponse'),
    resolution: pausesOf(context, 'resolution'),
  };
  const resolvedAt = isFinal ? (finals.at(-1)?.from ?? null) : null;
  const clocks = {
    firstResponse: firstResponse(context, pauses.firstResponse),
    nextResponse: nextResponse(context, pauses.nextResponse),
    resolution: resolution(context, pauses.resolution, resolvedAt),
    totalElapsed: totalElapsed(history.openedAt, resolvedAt, asOf),
  };
  const deadlines = CLOCK_NAMES.map((name) => clocks[name].activeDueAt).filter((at) => at !== null);
  return {
    asOf,
    clocks,
    nextDeadlineAt: deadlines.length === 0 ? null : Math.min(...deadlines),
    policy: history.policy,
    priority: history.priority,
    termsChangedAt: history.termsChangedAt,
    firstResolvedAt: finals[0]?.from ?? null,
    resolvedAt,
    reopenings: isFinal ? finals.length - 1 : finals.length,
    pauses,
  };
}

interface Context {
  readonly calendar: CompiledCalendar;
  readonly history: History;
  readonly finals: readonly Pause[];
  readonly status: string;
  readonly isFinal: boolean;
  readonly asOf: number;
}

function pausesOf({ history }: Context, clock: ClockName): readonly Pause[] {
  const { policy, statuses } = history;
  return runsOf(statuses, [...policy.pauseStatuses[clock], ...policy.finalStatuses]);
}

function isHeld({ history, status, isFinal }: Context, clock: ClockName): boolean {
  return isFinal || history.policy.pauseStatuses[clock].includes(status);
}

function firstResponse(context: Context, pauses: readonly Pause[]): ClockState {
  const { calendar, history, asOf, status } = context;
  const target = targetOf(history.policy, history.priority, 'firstResponse');
  if (target === null) return NOT_DEFINED;
  const end = history.firstResponseAt;
  const held = isHeld(context, 'firstResponse');
  const run = { start: history.openedAt, end, target, generation: 1, pauses, held };
  return readClock(calendar, { ...run, withdrawn: status === 'closed' }, asOf);
}

function nextResponse(context: Context, pauses: readonly Pause[]): ClockState {
  const { calendar, history, asOf, status } = context;
  const target = targetOf(history.policy, history.priority, 'nextResponse');
  if (target === null) return NOT_DEFINED;
  const held = isHeld(context, 'nextResponse');
  const read = history.exchanges.map(({ from, to }, i) => {
    const run = { start: from, end: to, target, generation: i + 1, pauses, held };
    return readClock(calendar, { ...run, withdrawn: status === 'closed' }, asOf);
  });
  const current = read.at(-1);
  if (current === undefined) return { ...NOT_DEFINED, state: 'withdrawn', targetMs: target };
  const worst = Math.max(...read.map(({ elapsedMs }) => elapsedMs));
  const breached = read.some((exchange) => exchange.breached);
  return { ...current, elapsedMs: worst, marginMs: target - worst, breached };
}

function resolution(context: Context, pauses: readonly Pause[], resolvedAt: number | null): ClockState {
  const { calendar, history, finals, isFinal, asOf } = context;
  const target = targetOf(history.policy, history.priority, 'resolution');
  if (target === null) return NOT_DEFINED;
  const reopenedAt = (isFinal ? finals.at(-2) : finals.at(-1))?.to;
  const again = history.policy.reopening === 'begins-again' && reopenedAt !== undefined;
  const run = {
    start: again ? reopenedAt : history.openedAt,
    end: resolvedAt,
    target,
    generation: again ? (isFinal ? finals.length : finals.length + 1) : 1,
    pauses,
    held: isHeld(context, 'resolution'),
    withdrawn: false,
  };
  return readClock(calendar, run, asOf);
}

function unopened(policy: SlaPolicy, asOf: number): Evaluation {
  return {
    asOf,
    clocks: {
      firstResponse: NOT_DEFINED,
      nextResponse: NOT_DEFINED,
      resolution: NOT_DEFINED,
      totalElapsed: NOT_DEFINED,
    },
    nextDeadlineAt: null,
    policy,
    priority: 'normal',
    termsChangedAt: null,
    firstResolvedAt: null,
    resolvedAt: null,
    reopenings: 0,
    pauses: { firstResponse: [], nextResponse: [], resolution: [] },
  };
}
