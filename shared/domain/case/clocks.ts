import type { Rules } from '#shared/domain/rules.ts';
import { choosePolicy } from '#shared/domain/sla/choose-policy.ts';
import type { CompiledCalendar } from '#shared/domain/sla/compile.ts';
import { type Evaluation, evaluate } from '#shared/domain/sla/evaluate.ts';
import { nextTier, type Tier, tiersOf } from '#shared/domain/sla/tiers.ts';
import type { Fact } from '#shared/domain/sla/timeline.ts';
import { elapsed } from '#shared/domain/sla/working-time.ts';
import { MINUTE } from '#shared/domain/time/instant.ts';
import type { Case, ClockFact } from './case.ts';

export interface DueTier extends Tier {
  /** The deadline the tier speaks of, epoch milliseconds. */
  readonly dueAt: number;
}

type Judged = Omit<Case, 'nextDueAt'>;

/**
 * The facts in the words of the service-level clocks. A resolution tells the beneficiary what was done, so
 * it answers them; the first answer also stops the first response.
 */
function timelineOf({ facts, priority }: Judged): Fact[] {
  let answered = false;
  return facts.flatMap((fact: ClockFact, seq): Fact[] => {
    const { at } = fact;
    if (fact.type === 'opened') return [{ ...fact, seq, status: 'new', priority }];
    const resolved = isResolved(fact);
    const first = !answered && (fact.type === 'agent-contact' || resolved);
    answered ||= first;
    return [
      ...(first ? [{ type: 'first-response', at, seq } as const] : []),
      ...(resolved ? [{ type: 'agent-contact', at, seq } as const] : []),
      { ...fact, seq },
    ];
  });
}

const isResolved = (fact: ClockFact): boolean => fact.type === 'status' && fact.status === 'resolved';

function read(
  state: Judged,
  rules: Rules,
  asOf: number,
): { evaluation: Evaluation; calendar: CompiledCalendar } {
  const policy = choosePolicy(rules.policies, state) ?? rules.policies.at(-1);
  const calendar = policy && rules.calendars.get(policy.calendarId);
  // Settings are only taken when every policy's calendar exists and there is at least one policy.
  if (!policy || !calendar) throw new Error('the rules in force have no service-level policy');
  return { calendar, evaluation: evaluate(policy, calendar, timelineOf(state), asOf) };
}

/** The state of a case's clocks at an instant, by the policy and calendar in force. */
export const clocksOf = (state: Judged, rules: Rules, asOf: number): Evaluation =>
  read(state, rules, asOf).evaluation;

/**
 * The tiers that act now, the breaches below them that nobody saw in time, the keys of all that have
 * passed, and when to look again.
 */
export function tiersDue(
  state: Judged,
  rules: Rules,
  asOf: number,
): { act: DueTier[]; unseen: DueTier[]; passed: string[]; nextAt: number | null } {
  const { evaluation, calendar } = read(state, rules, asOf);
  const next = nextTier(tiersOf(calendar, evaluation), new Set(state.fired), asOf);
  const withDeadline = (tier: Tier): DueTier => ({
    ...tier,
    dueAt: evaluation.clocks[tier.clock].dueAt ?? tier.at,
  });
  return {
    act: next.dueNow.map(withDeadline),
    unseen: next.skipped.filter(({ action }) => action === 'breach').map(withDeadline),
    passed: [...next.dueNow, ...next.skipped].map(({ key }) => key),
    nextAt: next.nextAt,
  };
}

/** What the clocks say of a case that is being resolved. */
export function verdictsOf(
  state: Judged,
  rules: Rules,
  now: number,
): { firstResponseKept?: boolean; resolutionKept?: boolean; workingMinutes: number } {
  const { evaluation, calendar } = read(state, rules, now);
  const { firstResponse, resolution } = evaluation.clocks;
  const worked = elapsed(calendar, state.openedAt, now, evaluation.pauses.resolution);
  return {
    ...(firstResponse.state !== 'not-defined' && { firstResponseKept: !firstResponse.breached }),
    ...(resolution.state !== 'not-defined' && { resolutionKept: !resolution.breached }),
    workingMinutes: Math.floor(worked / MINUTE),
  };
}
