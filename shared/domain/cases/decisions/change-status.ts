import { type Case, isActive } from '../case.ts';
import type { Deciding } from '../context.ts';
import type { Decision } from '../decision.ts';
import { isSetAside } from '../set-aside.ts';
import { mayMove } from '../transitions.ts';
import { type CommandOf, openingOf, through, withStaffToNotify } from './case-step.ts';
import { withdrawRequests } from './department.ts';
import { dropPromise } from './promise.ts';
import { asksTooMuch, moved, reopened } from './status-moves.ts';

/** Return true when a resolved or closed case may be reopened. */
export const mayReopen = (state: Case, { now, rules }: Pick<Deciding, 'now' | 'rules'>): boolean =>
  state.closing?.reason !== 'spam' &&
  state.closing?.reason !== 'machine-mail' &&
  state.closing?.reason !== 'duplicate' &&
  now <= (state.resolution?.at ?? state.closing?.at ?? now) + rules.desk.reopenWithinMs;

/** Change between the active statuses. Resolving, closing and reopening are separate commands. */
export function setStatus(state: Case, command: CommandOf<'set-status'>, context: Deciding): Decision {
  const { to, by } = command;
  if (!isActive(state.status) || !isActive(to) || !mayMove(state.status, to)) {
    return { rejected: 'illegal-status', from: state.status, to };
  }
  if (asksTooMuch(state, to)) return { rejected: 'too-many' };
  return moved(state, to, by, context);
}

export function reopen(state: Case, command: CommandOf<'reopen'>, context: Deciding): Decision {
  if (isActive(state.status)) return { rejected: 'illegal-status', from: state.status, to: 'open' };
  // A click on "spam" can be a mistake. Mail with a verdict is restored.
  const wasSpam = state.closing?.reason === 'spam' && !isSetAside(state);
  const closing = state.closing && { ...state.closing, ...(wasSpam && { reason: 'finished' as const }) };
  if (!mayReopen({ ...state, ...(closing && { closing }) }, context))
    return { rejected: 'too-late-to-reopen' };
  return reopened(state, command.by, 'staff', context.now);
}

export function close(state: Case, command: CommandOf<'close'>, { now }: Deciding): Decision {
  if (!mayMove(state.status, 'closed'))
    return { rejected: 'illegal-status', from: state.status, to: 'closed' };
  const { reason, by, duplicateOf } = command;
  const end = { reason, ...(duplicateOf !== undefined && { duplicateOf }) };
  return through(
    state,
    (one) => dropPromise(one, by, now),
    (one) => withdrawRequests(one, by, now),
    (one) => ({
      case: {
        ...one,
        status: 'closed',
        closing: { at: now, ...end },
        facts: [...one.facts, { at: now, type: 'status', status: 'closed' }],
      },
      events: [
        {
          type: 'rida.case.closed.v1',
          data: { by, ...end, ...openingOf(one), ...withStaffToNotify(one, by) },
        },
      ],
    }),
  );
}
