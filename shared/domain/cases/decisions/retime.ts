import { CLOCK_NAMES } from '#shared/domain/sla/policy.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { type Case, isActive } from '../case.ts';
import { deadlinesOf } from '../clocks.ts';
import type { Deciding } from '../context.ts';
import type { Decision } from '../decision.ts';
import { type CommandOf, unchanged } from './case-step.ts';
import { onOpenDay } from './plan-steps.ts';

/**
 * Apply new settings. Every decision plans the timer again; this one also publishes the deadlines that moved.
 * Tiers that passed because of the new settings get the cause `terms`: they are counted and do not escalate.
 */
export function retime(state: Case, { settings, before }: CommandOf<'retime'>, context: Deciding): Decision {
  if (!isActive(state.status)) return unchanged(state);
  const { recordedAt, rules } = context;
  const moved = onOpenDay(state, context);
  const after = deadlinesOf(moved, rules, recordedAt);
  const changes = CLOCK_NAMES.filter((clock) => before[clock] !== after[clock]).map((clock) => {
    const [from, to] = [before[clock], after[clock]];
    return {
      clock,
      ...(from !== undefined && { from: isoInstant(from) }),
      ...(to !== undefined && { to: isoInstant(to) }),
    };
  });
  if (changes.length === 0) return unchanged(moved);
  return {
    case: { ...moved, facts: [...state.facts, { at: recordedAt, type: 'terms' }] },
    events: [{ type: 'rida.case.retimed.v1', data: { settings, changes } }],
  };
}
