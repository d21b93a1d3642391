import type { ClockName } from '#events/vocabulary.ts';
import type { PlannedTouch } from '#shared/domain/investors/plan.ts';
import type { Rules } from '#shared/domain/rules.ts';
import { chooseCalendar } from '#shared/domain/sla/choose-calendar.ts';
import { choosePolicy } from '#shared/domain/sla/choose-policy.ts';
import type { CompiledCalendar } from '#shared/domain/sla/compile.ts';
import { type Evaluation, evaluate } from '#shared/domain/sla/evaluate.ts';
import { CLOCK_NAMES, type SlaPolicy } from '#shared/domain/sla/policy.ts';
import { breachKey } from '#shared/domain/sla/retractable.ts';
import { type ClockHistory, readHistory } from '#shared/domain/sla/status-history.ts';
import { nextTier, type Tier, tiersOf } from '#shared/domain/sla/tiers.ts';
import { type Fact, timelineUntil } from '#shared/domain/sla/timeline.ts';
import { elapsed } from '#shared/domain/sla/working-time.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import type { Case, ClockFact } from './case.ts';
import { runsNoClock } from './set-aside.ts';

export type Judged = Omit<Case, 'nextDueAt'>;

/**
 * Convert the facts of a case to the facts of the service-level clocks. Every answer may be the first
 * response. A resolution tells the beneficiary what was done, so it counts as an answer.
 */
const timelineOf = ({ facts, priority, plan, type }: Judged): Fact[] => [
  ...facts.flatMap((fact: ClockFact, seq): Fact[] => {
    const { at } = fact;
    if (fact.type === 'opened') return [{ ...fact, seq, status: 'new', priority }];
    // The law allows it for requests about personal data. A case that becomes another type has its own deadline.
    if (fact.type === 'extended' && type !== 'data-request') return [];
    const resolved = fact.type === 'status' && fact.status === 'resolved';
    if (!resolved && fact.type !== 'agent-contact') return [{ ...fact, seq }];
    return [
      { type: 'first-response', at, seq },
      ...(resolved ? [{ type: 'agent-contact', at, seq } as const] : []),
      { ...fact, seq },
    ];
  }),
  ...touchesOf(plan),
];

/** The contacts of a plan: the last one that took place, so that its breach can be retracted, and the next one. */
function touchesOf(plan: Judged['plan']): Fact[] {
  const fact = ({ number: touch, from: at, dueAt }: PlannedTouch, end?: number): Fact => ({
    ...{ type: 'touch', at, touch, dueAt },
    ...(end !== undefined && { end }),
  });
  return [...(plan?.last ? [fact(plan.last, plan.last.at)] : []), ...(plan?.next ? [fact(plan.next)] : [])];
}

/** A policy without deadlines towards the beneficiary. */
const withoutClocks = (policy: SlaPolicy): SlaPolicy => ({
  ...policy,
  targets: {
    urgent: { departmentMinutes: policy.targets.urgent.departmentMinutes },
    high: { departmentMinutes: policy.targets.high.departmentMinutes },
    normal: { departmentMinutes: policy.targets.normal.departmentMinutes },
    low: { departmentMinutes: policy.targets.low.departmentMinutes },
  },
});

/** Return the service level of a case: the first policy that matches it. A newsletter has no deadlines. */
export function policyOf(state: Judged, rules: Rules): SlaPolicy {
  const policy = choosePolicy(rules.policies, state) ?? rules.policies.at(-1);
  // Settings without a policy are rejected, so this happens only after a programming error.
  if (!policy) throw new Error('the rules in force have no service-level policy');
  return runsNoClock(state) ? withoutClocks(policy) : policy;
}

/**
 * Return the calendar of a policy for a department: the policy's own, or a variant for the department or its
 * city.
 */
function hoursOf(rules: Rules, policy: SlaPolicy, department: string, at: number): CompiledCalendar {
  const city = rules.departments.get(department)?.city;
  const calendar = chooseCalendar(rules.calendars, policy.calendarId, { department, city, at });
  // Settings with a missing calendar are rejected, so this happens only after a programming error.
  if (!calendar) throw new Error(`the rules in force have no calendar "${policy.calendarId}"`);
  return calendar;
}

/** Return the working hours in which the clocks of a case are counted. */
export const caseHours = (state: Judged, rules: Rules, at: number): CompiledCalendar =>
  hoursOf(rules, policyOf(state, rules), state.department, at);

/** Return the working hours of a department. */
export function departmentHours(
  rules: Rules,
  policy: SlaPolicy,
  department: string,
  at: number,
): CompiledCalendar {
  const { calendar: own, city } = rules.departments.get(department) ?? {};
  const chosen =
    own === undefined ? undefined : chooseCalendar(rules.calendars, own, { department, city, at });
  return chosen ?? hoursOf(rules, policy, department, at);
}

interface Reading {
  readonly evaluation: Evaluation;
  readonly calendar: CompiledCalendar;
  readonly departmentCalendar: CompiledCalendar;
}

/** Read the clocks of a case, with the calendars that they are computed with. */
export function readingOf(state: Judged, rules: Rules, asOf: number): Reading {
  const policy = policyOf(state, rules);
  const calendar = hoursOf(rules, policy, state.department, asOf);
  const asked = state.requests?.find(({ ended }) => !ended);
  const departmentCalendar = asked ? departmentHours(rules, policy, asked.department, asOf) : calendar;
  const evaluation = evaluate(policy, calendar, timelineOf(state), asOf, { departmentCalendar });
  return { calendar, departmentCalendar, evaluation };
}

/** Compute the state of a case's clocks at an instant, with the policy and calendar in force. */
export const clocksOf = (state: Judged, rules: Rules, asOf: number): Evaluation =>
  readingOf(state, rules, asOf).evaluation;

/** Return what the clocks read from a case's facts up to an instant, or undefined before its opening. */
export function historyOf(
  state: Judged,
  rules: Rules,
  asOf: number,
): (Pick<Reading, 'evaluation' | 'calendar'> & { readonly history: ClockHistory }) | undefined {
  const { evaluation, calendar } = readingOf(state, rules, asOf);
  const history = readHistory(policyOf(state, rules), timelineUntil(timelineOf(state), asOf), asOf);
  return history === null ? undefined : { history, evaluation, calendar };
}

/** Return the running deadlines by clock, epoch milliseconds. */
export function deadlinesOf(state: Judged, rules: Rules, asOf: number): Partial<Record<ClockName, number>> {
  const { clocks } = clocksOf(state, rules, asOf);
  return Object.fromEntries(
    CLOCK_NAMES.flatMap((name) => {
      const { activeDueAt } = clocks[name];
      return activeDueAt === null ? [] : [[name, activeDueAt]];
    }),
  );
}

/**
 * Return the tiers that act now (`act`), the breaches that were skipped because a higher tier acts
 * (`unseen`), the keys of all passed tiers (`passed`), and when to look again (`nextAt`).
 */
export function tiersDue(
  state: Judged,
  rules: Rules,
  asOf: number,
): { act: Tier[]; unseen: Tier[]; passed: string[]; nextAt: number | null } {
  const { evaluation, calendar, departmentCalendar } = readingOf(state, rules, asOf);
  const tiers = tiersOf(calendar, evaluation, { departmentCalendar });
  const next = nextTier(tiers, new Set(state.fired), asOf);
  return {
    act: [...next.dueNow],
    unseen: next.skipped.filter(({ action }) => action === 'breach'),
    passed: [...next.dueNow, ...next.skipped].map(({ key }) => key),
    nextAt: next.nextAt,
  };
}

/** Return the keys of the tiers of a clock that are still to come. */
export function tiersAhead(
  state: Judged,
  rules: Rules,
  { clock, asOf }: { readonly clock: ClockName; readonly asOf: number },
): readonly string[] {
  const { evaluation, calendar, departmentCalendar } = readingOf(state, rules, asOf);
  return tiersOf(calendar, evaluation, { departmentCalendar })
    .filter((tier) => tier.clock === clock && tier.firesAt > asOf)
    .map(({ key }) => key);
}

/** Return the results of the clocks for a case that is being resolved. */
export function verdictsOf(
  state: Judged,
  rules: Rules,
  now: number,
): {
  firstResponseKept?: boolean;
  resolutionKept?: boolean;
  missedUnannounced?: true;
  workingMinutes: number;
  escalatedAfter?: number;
} {
  const { evaluation, calendar } = readingOf(state, rules, now);
  const { firstResponse, resolution } = evaluation.clocks;
  const run = evaluation.runs.findLast(({ clock }) => clock === 'resolution');
  const isAnnounced = run !== undefined && state.fired.includes(breachKey('resolution', run.generation));
  const workedUntil = (at: number): number =>
    Math.floor(elapsed(calendar, state.openedAt, at, evaluation.pauses.resolution) / MINUTE);
  const { escalatedAt } = state;
  return {
    ...(firstResponse.state !== 'not-defined' && { firstResponseKept: !firstResponse.breached }),
    ...(resolution.state !== 'not-defined' && { resolutionKept: !resolution.breached }),
    ...(resolution.breached && !isAnnounced && { missedUnannounced: true }),
    workingMinutes: workedUntil(now),
    ...(escalatedAt !== undefined && {
      escalatedAfter: Math.min(workedUntil(escalatedAt), workedUntil(now)),
    }),
  };
}
