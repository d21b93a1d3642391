import type { ClockName, Priority } from '#events/vocabulary.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { BilingualName } from '#shared/domain/sla/calendar.ts';
import type { CompiledCalendar } from '#shared/domain/sla/compile.ts';
import { occurrences, parseDateRule } from '#shared/domain/sla/date-rule.ts';
import { holidayDays } from '#shared/domain/sla/holidays.ts';
import { parseDate } from '#shared/domain/sla/local-date.ts';
import { nextOpening } from '#shared/domain/sla/openings.ts';
import { targetOf } from '#shared/domain/sla/policy.ts';
import { elapsed } from '#shared/domain/sla/working-time.ts';
import { formatInZone } from '#shared/domain/sla/zoned-time.ts';
import { type Judged, readingOf } from './clocks.ts';

/** A pause of a clock, and the working time that it took out. A pause without an end lasts. */
interface WhyPause {
  readonly from: number;
  readonly to?: number;
  readonly workMs: number;
}

/** Why a deadline is when it is. Instants are epoch milliseconds. */
export interface WhyDeadline {
  readonly clock: ClockName;
  readonly policy: BilingualName;
  readonly priority: Priority;
  /** The allowed working time. Missing for a fixed instant: a promise, or a department's own date. */
  readonly targetMs?: number;
  /** A merged case was due earlier, so that its deadline holds. */
  readonly isShortened: boolean;
  readonly calendar: CompiledCalendar;
  readonly start: number;
  /** When more time was given by the law on personal data. */
  readonly extendedAt?: number;
  /** It counts from a reopening. */
  readonly isAgain: boolean;
  /** The first working instant from the start. */
  readonly countsFrom: number;
  /** Pauses that took working time out, and the one that lasts. */
  readonly pauses: readonly WhyPause[];
  /** Holidays and closings by order on working days between start and deadline. */
  readonly closedFor: readonly BilingualName[];
  /** The terms changed after the start, and the deadline was computed again from it. */
  readonly termsChangedAt?: number;
}

const localDay = ({ calendar }: CompiledCalendar, at: number): number =>
  parseDate(formatInZone(calendar.zone, at).slice(0, 10));

/** Return the names of the days on which the centre is closed from one instant to another, each once. */
function closuresIn(compiled: CompiledCalendar, from: number, to: number): BilingualName[] {
  const { calendar } = compiled;
  const [first, last] = [localDay(compiled, from), localDay(compiled, to)];
  const holidays = [...holidayDays(calendar, first, last).values()]
    .sort((a, b) => a.day - b.day)
    .map(({ holiday }) => holiday.name);
  const orders = calendar.exceptions.flatMap(({ kind, on, name }) =>
    kind === 'closed' && name && occurrences(parseDateRule(on), first, last).length > 0 ? [name] : [],
  );
  return [...new Map([...holidays, ...orders].map((name) => [name.ar, name])).values()];
}

/**
 * Explain the deadline that the page of a case shows for a clock: policy, priority, calendar, start, pauses and closed
 * days. Return undefined when the clock has no deadline.
 */
export function whyDeadline(
  state: Judged,
  rules: Rules,
  { clock, asOf }: { readonly clock: ClockName; readonly asOf: number },
): WhyDeadline | undefined {
  const { evaluation, calendar: own, departmentCalendar } = readingOf(state, rules, asOf);
  const { startedAt: start, dueAt, generation, state: status, metAt } = evaluation.clocks[clock];
  const run = evaluation.runs.find((one) => one.clock === clock && one.generation === generation);
  if (start === null || dueAt === null || !run) return undefined;
  const calendar = clock === 'department' ? departmentCalendar : own;
  const { policy, priority, termsChangedAt } = evaluation;
  const until = metAt ?? asOf;
  const targetMs = run.fixed ? undefined : (run.state.targetMs ?? undefined);
  const usual = clock === 'followUp' || clock === 'touch' ? null : targetOf(policy, priority, clock);
  const { extension } = state;
  const isExtended =
    clock === 'resolution' && extension && state.type === 'data-request' && extension.at >= start;
  const lasts = (to: number) => status === 'paused' && to >= asOf;
  const pauses = run.pauses
    .filter(({ from, to }) => from < until && to > start)
    .map(({ from, to }): WhyPause => {
      const workMs = elapsed(calendar, from, Math.min(to, until));
      return lasts(to) ? { from, workMs } : { from, to: Math.min(to, until), workMs };
    })
    .filter(({ to, workMs }) => to === undefined || workMs > 0);
  return {
    ...{ clock, policy: policy.name, priority, calendar, start },
    isAgain: clock === 'resolution' && start > state.openedAt,
    countsFrom: nextOpening(calendar, start),
    ...(targetMs !== undefined && { targetMs }),
    ...(isExtended && { extendedAt: extension.at }),
    isShortened: targetMs !== undefined && usual !== null && targetMs < usual,
    pauses: run.fixed ? [] : pauses,
    closedFor: run.fixed ? [] : closuresIn(calendar, start, dueAt),
    ...(termsChangedAt !== null && termsChangedAt > start && !run.fixed && { termsChangedAt }),
  };
}
