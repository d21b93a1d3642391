import type { PlanEnd } from '#events/investor-vocabulary.ts';
import type { Actor } from '#events/vocabulary.ts';
import { nextTouchAt } from '#shared/domain/investors/cadence.ts';
import { type FollowUpPlan, isOpenProcedure, isRunning } from '#shared/domain/investors/plan.ts';
import { stepsOf } from '#shared/domain/sla/ladder-steps.ts';
import { CLOCK_NAMES } from '#shared/domain/sla/policy.ts';
import { breachKey } from '#shared/domain/sla/retractable.ts';
import { onWorkingDay } from '#shared/domain/sla/working-days.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Case } from '../case.ts';
import { caseHours, policyOf } from '../clocks.ts';
import type { Deciding } from '../context.ts';
import { type CaseStep, unchanged } from './case-step.ts';

const TOUCH = 'touch#';

/** Plan the next contact. No number is used twice, so that each is escalated for itself. */
export function withNext(
  state: Case,
  plan: FollowUpPlan,
  { rules, recordedAt: from }: Deciding,
): FollowUpPlan {
  const dueAt = nextTouchAt(caseHours(state, rules, from), plan, from);
  const number = plan.numbered + 1;
  return { ...plan, numbered: number, next: { number, from, dueAt } };
}

/** Bring the next contact forward when the plan asks for it earlier now. It never moves back. */
export function hastened(
  state: Case,
  plan: FollowUpPlan,
  { rules, recordedAt: now }: Deciding,
): FollowUpPlan {
  const { next } = plan;
  if (!next) return plan;
  const dueAt = nextTouchAt(caseHours(state, rules, now), plan, now);
  return dueAt < next.dueAt ? { ...plan, next: { ...next, dueAt } } : plan;
}

/** Move the next contact off a day that is not worked any more, to the end of the next working day. */
export function onOpenDay(state: Case, { rules, recordedAt: now }: Deciding): Case {
  const { plan } = state;
  if (!plan?.next || plan.next.dueAt <= now) return state;
  const dueAt = onWorkingDay(caseHours(state, rules, now), plan.next.dueAt);
  return dueAt === plan.next.dueAt ? state : { ...state, plan: { ...plan, next: { ...plan.next, dueAt } } };
}

/** Forget the steps of contacts that took place, and lower the level to that of the other steps. */
function eased(state: Case, number: number, { rules }: Deciding): Case {
  const kept = breachKey('touch', number);
  const fired = state.fired.filter((key) => !key.startsWith(TOUCH) || key === kept);
  if (fired.length === state.fired.length) return state;
  const { ladder } = policyOf(state, rules);
  const levels = fired.map((key) => {
    const [name, , step] = key.split('#');
    const clock = CLOCK_NAMES.find((one) => one === name);
    return clock ? (stepsOf(ladder, clock).find((one) => one.name === step)?.rung.level ?? 0) : 0;
  });
  return { ...state, fired, level: Math.min(state.level, Math.max(0, ...levels)) };
}

/**
 * The investor was reached: end the planned contact as kept or late, and plan the next one. A contact before the last
 * one changes nothing.
 */
export function touched(
  state: Case,
  { by, means }: { readonly by: Actor; readonly means: 'staff' | 'call' },
  context: Deciding,
): CaseStep {
  const { plan } = state;
  const { happenedAt: at } = context;
  if (!isRunning(plan) || !plan.next || at < plan.next.from) return unchanged(state);
  const { next, touches } = plan;
  const kept = at <= next.dueAt;
  const counted = kept ? { ...touches, kept: touches.kept + 1 } : { ...touches, late: touches.late + 1 };
  const after = { ...plan, last: { ...next, at }, touches: counted };
  return {
    case: {
      ...eased(state, next.number, context),
      plan: withNext(state, after, context),
    },
    events: [
      {
        type: 'rida.plan.touched.v1',
        data: { touch: next.number, dueAt: isoInstant(next.dueAt), kept, means, by },
      },
    ],
  };
}

/** Continue a plan that has ended, with its procedures. */
export function planContinued(state: Case, by: Actor, context: Deciding): CaseStep {
  const { plan } = state;
  if (plan?.state !== 'ended') return unchanged(state);
  const { ended: _, ...rest } = plan;
  const running: FollowUpPlan = { ...rest, state: 'running' };
  return {
    case: { ...state, plan: withNext(state, running, context) },
    events: [{ type: 'rida.plan.started.v1', data: { by, again: true } }],
  };
}

const lastBreach = ({ last }: FollowUpPlan): string | undefined => last && breachKey('touch', last.number);

/** End a running plan. No contact is owed any more. */
export function planEnded(
  state: Case,
  { how, by, at }: { readonly how: PlanEnd; readonly by: Actor; readonly at: number },
): CaseStep {
  const { plan } = state;
  if (!isRunning(plan)) return unchanged(state);
  const { next: _, ...rest } = plan;
  const { procedures, startedAt } = plan;
  return {
    case: {
      ...state,
      // The breach of the last contact can still be taken back.
      fired: state.fired.filter((key) => !key.startsWith(TOUCH) || key === lastBreach(plan)),
      plan: { ...rest, state: 'ended', ended: { at, how, by } },
    },
    events: [
      {
        type: 'rida.plan.ended.v1',
        data: {
          ...{ how, by, startedAt: isoInstant(startedAt), procedures: procedures.length },
          done: procedures.filter(({ state: is }) => is === 'done').length,
        },
      },
    ],
  };
}

/** Ask whether the matter is finished when all procedures have ended, or continue when one is open again. */
export function withClosing(state: Case, plan: FollowUpPlan, context: Deciding): CaseStep {
  const isOpen = plan.procedures.some(isOpenProcedure);
  if (isOpen) {
    const running = { ...plan, state: 'running' as const };
    return unchanged({ ...state, plan: hastened(state, running, context) });
  }
  if (plan.state === 'closing' || plan.procedures.length === 0) return unchanged({ ...state, plan });
  const closings = plan.closings + 1;
  const closing = { ...plan, state: 'closing' as const, closings };
  return {
    case: { ...state, plan: hastened(state, closing, context) },
    events: [{ type: 'rida.plan.closing-due.v1', data: { question: `k${closings}` } }],
  };
}
