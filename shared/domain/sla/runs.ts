import type { Absorption } from './absorbed.ts';
import { earliestTarget } from './absorbed.ts';
import type { ClockRun, ClockState } from './clock-state.ts';
import { readClock } from './clock-state.ts';
import type { CompiledCalendar } from './compile.ts';
import type { Pause } from './pauses.ts';
import type { ClockName, PausableClock } from './policy.ts';
import { targetOf } from './policy.ts';
import type { Undertaking } from './promises.ts';
import { type SettledRuns, settledState } from './settled.ts';
import type { ClockHistory, Extension } from './status-history.ts';
import { due, elapsed } from './working-time.ts';

/** One run of one clock: an exchange, a promise, a request, or the case since it was opened or reopened. */
export interface LiveRun {
  readonly clock: ClockName;
  readonly generation: number;
  readonly state: ClockState;
  /** The pauses of the run. */
  readonly pauses: readonly Pause[];
  /** True for a run with a fixed due instant, which pauses do not move. */
  readonly fixed: boolean;
}

export interface RunContext {
  readonly calendar: CompiledCalendar;
  readonly departmentCalendar: CompiledCalendar;
  readonly history: ClockHistory;
  /** Times in a final status. */
  readonly finals: readonly Pause[];
  readonly status: string;
  readonly isFinal: boolean;
  readonly pauses: { readonly [clock in ClockName]: readonly Pause[] };
  readonly asOf: number;
}

/**
 * Return every run of every clock that the policy, a promise or a merged case defines, in the order of their
 * starts.
 */
export function runsOf(context: RunContext): readonly LiveRun[] {
  return [
    ...firstResponse(context),
    ...nextResponse(context),
    ...resolution(context),
    ...followUp(context),
    ...department(context),
    ...touch(context),
  ];
}

function firstResponse(context: RunContext): LiveRun[] {
  const { history } = context;
  return absorbing(context, 'firstResponse', {
    start: history.openedAt,
    end: history.firstResponseAt,
    generation: 1,
    held: isHeld(context, 'firstResponse'),
    withdrawn: history.firstResponseAt === null && context.status === 'closed',
  });
}

function nextResponse(context: RunContext): LiveRun[] {
  const { history, status } = context;
  const workMs = targetOf(history.policy, history.priority, 'nextResponse');
  if (workMs === null) return [];
  const held = isHeld(context, 'nextResponse');
  const { exchanges: settled } = history.settled;
  return [
    ...worstOf(context, 'nextResponse', settled, workMs),
    ...history.exchanges.map(({ from, to }, i) =>
      readRun(context, 'nextResponse', {
        start: from,
        end: to,
        owed: { workMs },
        generation: settled.count + i + 1,
        held,
        withdrawn: to === null && status === 'closed',
      }),
    ),
  ];
}

/** Return the worst of the settled runs. The others have no effect any more. */
function worstOf(
  { calendar }: RunContext,
  clock: 'nextResponse' | 'followUp',
  { worst }: SettledRuns,
  targetMs?: number,
): LiveRun[] {
  if (worst === undefined) return [];
  const state = settledState(calendar, worst, targetMs);
  return [{ clock, generation: worst.generation, state, pauses: [], fixed: clock === 'followUp' }];
}

/** Return one run for the whole case, or one from the opening and one from each reopening. */
function resolution(context: RunContext): LiveRun[] {
  const { history, finals, isFinal } = context;
  const held = isHeld(context, 'resolution');
  const restarts = history.policy.reopening === 'begins-again';
  const reopened = (isFinal ? finals.slice(0, -1) : finals).map(({ to }) => to);
  const starts = restarts ? [history.openedAt, ...reopened] : [history.openedAt];
  const ends = restarts
    ? finals.map(({ from }) => from)
    : isFinal
      ? finals.slice(-1).map(({ from }) => from)
      : [];
  // With settled resolutions, the start of the first run is not among the facts any more.
  const { resolutions: settled } = history.settled;
  return starts.flatMap((start, i) =>
    settled > 0 && i === 0 && restarts
      ? []
      : absorbing(context, 'resolution', {
          start,
          end: ends[i] ?? null,
          generation: settled + i + 1,
          held: held && i === starts.length - 1,
          withdrawn: false,
        }),
  );
}

function followUp(context: RunContext): LiveRun[] {
  const { promises, settled } = context.history;
  return [
    ...worstOf(context, 'followUp', settled.promises),
    ...promises.flatMap((promise, i) =>
      undertaken(context, 'followUp', promise, settled.promises.count + i + 1, null),
    ),
  ];
}

function department(context: RunContext): LiveRun[] {
  const { history } = context;
  const target = targetOf(history.policy, history.priority, 'department');
  return history.requests.flatMap((request, i) => undertaken(context, 'department', request, i + 1, target));
}

function touch(context: RunContext): LiveRun[] {
  return context.history.touches.map(({ touch: generation, from, dueAt, end }) =>
    readRun(context, 'touch', {
      ...{ start: from, end, owed: { dueAt: Math.max(dueAt, from) }, generation },
      ...{ held: false, withdrawn: false },
    }),
  );
}

function undertaken(
  context: RunContext,
  clock: 'followUp' | 'department',
  { from, dueAt, end, withdrawn }: Undertaking,
  generation: number,
  target: number | null,
): LiveRun[] {
  // A promise for an instant in the past is due at once.
  const owed =
    dueAt !== null ? { dueAt: Math.max(dueAt, from) } : target !== null ? { workMs: target } : null;
  if (owed === null) return [];
  const held = clock === 'department' && context.isFinal;
  const shut = held && end === null && context.status === 'closed';
  return [
    readRun(context, clock, { start: from, end, owed, generation, held, withdrawn: withdrawn || shut }),
  ];
}

/** Return a run whose target a merged case can shorten and an extension can lengthen. */
function absorbing(
  context: RunContext,
  clock: 'firstResponse' | 'resolution',
  run: Omit<ClockRun, 'owed' | 'pauses'>,
): LiveRun[] {
  const { calendar, history } = context;
  const target = targetOf(history.policy, history.priority, clock);
  const pauses = context.pauses[clock];
  const targetAfter = (absorptions: readonly Absorption[], before: number | null) =>
    earliestTarget(calendar, absorptions, { ...run, clock, target: before, pauses });
  const extension = clock === 'resolution' ? extensionOf(run, history) : undefined;
  const isBefore = ({ at }: Absorption): boolean => extension === undefined || at <= extension.at;
  const first = targetAfter(history.absorptions.filter(isBefore), target);
  const longer = first === null ? null : first + workIn(calendar, { ...run, pauses }, first, extension);
  const workMs = targetAfter(
    history.absorptions.filter((one) => !isBefore(one)),
    longer,
  );
  return workMs === null ? [] : [readRun(context, clock, { ...run, owed: { workMs } })];
}

/** Return the extension that was given while a run was open. */
function extensionOf(
  { start, end }: Pick<ClockRun, 'start' | 'end'>,
  { extensions }: ClockHistory,
): Extension | undefined {
  return extensions.findLast(({ at }) => at >= start && (end === null || at <= end));
}

/** Return the working time of an extension: that of the plain time after the deadline without it. */
function workIn(
  calendar: CompiledCalendar,
  { start, pauses }: Pick<ClockRun, 'start' | 'pauses'>,
  workMs: number,
  extension: Extension | undefined,
): number {
  if (extension === undefined) return 0;
  const dueAt = due(calendar, start, workMs, pauses);
  return elapsed(calendar, dueAt, dueAt + extension.plainMs);
}

function readRun(context: RunContext, clock: ClockName, run: Omit<ClockRun, 'pauses'>): LiveRun {
  const calendar = clock === 'department' ? context.departmentCalendar : context.calendar;
  const pauses = context.pauses[clock];
  return {
    clock,
    generation: run.generation,
    state: readClock(calendar, { ...run, pauses }, context.asOf),
    pauses,
    fixed: 'dueAt' in run.owed,
  };
}

function isHeld({ history, status, isFinal }: RunContext, clock: PausableClock): boolean {
  return isFinal || history.policy.pauseStatuses[clock].includes(status);
}
