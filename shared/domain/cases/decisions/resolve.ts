import { isoInstant } from '#shared/domain/time/instant.ts';
import { type Case, isActive } from '../case.ts';
import { verdictsOf } from '../clocks.ts';
import { asksOf, confirmationFor } from '../confirmation.ts';
import type { Deciding } from '../context.ts';
import type { Decision } from '../decision.ts';
import { hasFollowUp } from '../set-aside.ts';
import { type CaseStep, type CommandOf, factIds, through, withStaffToNotify } from './case-step.ts';
import { withdrawRequests } from './department.ts';
import { heldByAnother, takeAllBack } from './hand-over.ts';
import { childrenOf } from './links.ts';
import { dropPromise, keepPromise } from './promise.ts';

/** Resolve the case: record how it ended and the results of the clocks, and plan the survey. */
export function resolve(state: Case, command: CommandOf<'resolve'>, { now, rules }: Deciding): Decision {
  const { by, as } = command;
  const outcome = command.outcome.trim();
  if (!isActive(state.status)) return { rejected: 'illegal-status', from: state.status, to: 'resolved' };
  if (outcome === '') return { rejected: 'empty' };
  const resolved = (one: Case): CaseStep => {
    const confirmation = confirmationFor(one, as, rules);
    const next: Case = {
      ...one,
      confirmation,
      status: 'resolved',
      resolution: { at: now, by, as, outcome },
      // The one message at the end carries both, so that the survey is decided at once when that message is a mail.
      survey: { state: 'planned', at: now + (confirmation.state === 'asked' ? 0 : rules.survey.delayMs) },
      facts: [...one.facts, { at: now, type: 'status', status: 'resolved' }],
    };
    const { type, category, department, segment, channel, priority, generation } = state;
    const data = {
      ...{ by, outcome: as, type, category, department, segment, channel, priority, generation },
      asks: asksOf(confirmation),
      ...factIds(state),
      openedAt: isoInstant(state.openedAt),
      ...verdictsOf(next, rules, now),
      ...(state.assignee !== undefined && { assignee: state.assignee }),
      ...(generation === 0 && hasFollowUp(state) && { followedUp: true as const }),
      ...childrenOf(state),
      ...withStaffToNotify(state, by),
    };
    return { case: next, events: [{ type: 'rida.case.resolved.v1', data }] };
  };
  return through(
    state,
    (one) => (as === 'handed-over' ? heldByAnother(one, by, { now, rules }) : takeAllBack(one, by, now)),
    resolved,
    (one) => keepPromise(one, by, now),
    // A promise made after the time of the resolution is not fulfilled by it, so withdraw it.
    (one) => dropPromise(one, by, now),
    (one) => withdrawRequests(one, by, now),
  );
}
