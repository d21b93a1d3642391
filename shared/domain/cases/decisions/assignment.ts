import { type Case, isActive } from '../case.ts';
import type { Deciding } from '../context.ts';
import type { Decision, EventDraft } from '../decision.ts';
import { type CommandOf, through } from './case-step.ts';
import { moved } from './status-moves.ts';

export function assign(state: Case, command: CommandOf<'assign'>, context: Deciding): Decision {
  const { to, by, because, from } = command;
  if (!isActive(state.status)) return { rejected: 'not-active' };
  if (state.assignee === to) return { rejected: 'already-assigned' };
  // A person has already assigned the case. Keep that assignment.
  if (state.assignee !== undefined && (because === 'rule' || because === 'absence'))
    return { rejected: 'already-assigned' };
  if (from !== undefined && state.assignee !== from) return { rejected: 'nothing-changed' };
  const newAssignee = by === `agent:${to}` ? undefined : [to];
  const assigned: EventDraft = {
    type: 'rida.case.assigned.v1',
    data: {
      ...(state.assignee !== undefined && { from: state.assignee }),
      ...{ to, by },
      ...(because !== undefined && { because }),
      ...(newAssignee && { staffToNotify: newAssignee }),
    },
  };
  return through(
    state,
    ({ byHand: _, ...one }) => ({ case: { ...one, assignee: to }, events: [assigned] }),
    // An assignment by rule does not start the work: the status changes when a person acts.
    (one) => moved(one, one.status === 'new' && because !== 'rule' ? 'open' : one.status, by, context),
  );
}

/** Return the case to the department's queue. */
export function unassign(state: Case, command: CommandOf<'unassign'>): Decision {
  const { by, because } = command;
  if (!isActive(state.status)) return { rejected: 'not-active' };
  const { assignee: from, ...rest } = state;
  if (from === undefined || (command.from !== undefined && command.from !== from))
    return { rejected: 'nothing-changed' };
  const { department, category, language } = state;
  return {
    // A case that a person returned to its queue is assigned by a person.
    case: { ...rest, ...(because === 'staff' && { byHand: true }) },
    events: [
      { type: 'rida.case.unassigned.v1', data: { from, by, because, department, category, language } },
    ],
  };
}
