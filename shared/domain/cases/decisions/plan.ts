import { type FollowUpPlan, isRunning, openProcedures } from '#shared/domain/investors/plan.ts';
import { type Case, isActive } from '../case.ts';
import type { Deciding } from '../context.ts';
import type { Decision, EventDraft } from '../decision.ts';
import { assign } from './assignment.ts';
import { type CommandOf, through, unchanged } from './case-step.ts';
import { answered } from './communication.ts';
import { planContinued, planEnded, touched, withNext } from './plan-steps.ts';

/** The newest hand-overs that a plan keeps. */
const MOST_HAND_OVERS = 20;

const none = { kept: 0, late: 0 } as const;

/** Start the plan of an investor, or continue one that has ended with its procedures. */
export function startPlan(state: Case, { by }: CommandOf<'start-plan'>, context: Deciding): Decision {
  if (!isActive(state.status)) return { rejected: 'not-active' };
  if (state.segment !== 'investor') return { rejected: 'not-investor' };
  if (isRunning(state.plan)) return { rejected: 'has-plan' };
  if (state.plan) return planContinued(state, by, context);
  const plan: FollowUpPlan = {
    ...{ startedAt: context.now, by, procedures: [], obstacles: [], handOvers: [], closings: 0, numbered: 0 },
    ...{ state: 'running', touches: none, promises: none },
  };
  const started: EventDraft = { type: 'rida.plan.started.v1', data: { by } };
  return { case: { ...state, plan: withNext(state, plan, context) }, events: [started] };
}

/** Give the plan to another officer, with words for them. They are the assignee of the case from now on. */
export function handOverPlan(
  state: Case,
  { to, by }: CommandOf<'hand-over-plan'>,
  context: Deciding,
): Decision {
  const { plan } = state;
  if (!isRunning(plan)) return { rejected: 'no-plan' };
  const { cause, now } = context;
  const handOver = {
    ...{ at: now, to, message: cause },
    ...(state.assignee !== undefined && { from: state.assignee }),
  };
  const noted: EventDraft = { type: 'rida.note.added.v1', data: { message: cause, by } };
  const handOvers = [...plan.handOvers, handOver].slice(-MOST_HAND_OVERS);
  const assigned = assign(state, { do: 'assign', to, by, because: 'hand-over' }, context);
  if ('rejected' in assigned) return assigned;
  return {
    case: { ...assigned.case, plan: { ...plan, handOvers } },
    events: [...assigned.events, noted],
  };
}

/**
 * Record that the investor was reached, and their answer when they were asked whether the matter is finished. The plan
 * ends when they say so and no procedure is open. It continues when they say no.
 */
export function hearInvestor(
  state: Case,
  { finished, means, by }: CommandOf<'hear-investor'>,
  context: Deciding,
): Decision {
  if (!isRunning(state.plan)) return { rejected: 'no-plan' };
  const isOpen = openProcedures(state.plan).length > 0;
  if (finished && isOpen && means === 'staff') return { rejected: 'open-procedures' };
  const { now } = context;
  return through(
    state,
    (one) => (means === 'staff' ? answered(one, by, context) : touched(one, { by, means }, context)),
    (one) => (finished && !isOpen ? planEnded(one, { how: 'finished', by, at: now }) : unchanged(one)),
    (one) => (finished === false ? notFinished(one, context) : unchanged(one)),
  );
}

/** The investor says that something is missing. They are contacted again soon. */
function notFinished(state: Case, context: Deciding) {
  const { plan } = state;
  if (!isRunning(plan) || plan.state !== 'closing' || !plan.next) return unchanged(state);
  // The next contact is as near as that of a closing call.
  const soon = withNext(state, plan, context);
  return unchanged({ ...state, plan: { ...soon, state: 'running' } });
}

/** The investor gives the matter up. */
export function endPlan(state: Case, { by }: CommandOf<'end-plan'>, { now }: Deciding): Decision {
  if (!isRunning(state.plan)) return { rejected: 'no-plan' };
  return planEnded(state, { how: 'withdrawn', by, at: now });
}
