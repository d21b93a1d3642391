import { type Case, isActive } from '../case.ts';
import type { Command, Decision } from '../command.ts';
import type { Context } from '../context.ts';
import { mayMove } from '../transitions.ts';
import { moved, reopened } from './moves.ts';

type Of<K extends Command['do']> = Extract<Command, { do: K }>;

/** Whether a case that is resolved or closed may still be worked on again. */
export const mayReopen = (state: Case, { now, rules }: Context): boolean =>
  state.closing?.reason !== 'spam' &&
  state.closing?.reason !== 'duplicate' &&
  now <= (state.resolution?.at ?? state.closing?.at ?? now) + rules.desk.reopenWithinMs;

/** A beneficiary wrote or called about the case. Machines are recorded and change nothing else. */
export function receive(state: Case, command: Of<'receive'>, context: Context): Decision {
  const { channel, automatic, lastMessageId } = command;
  const received = {
    type: 'rida.message.received.v1',
    data: { message: context.cause, channel, ...(automatic !== undefined && { automatic }) },
  } as const;
  if (automatic !== undefined) return { case: state, events: [received] };
  const heard: Case = {
    ...state,
    ...(lastMessageId !== undefined && { lastMessageId }),
    facts: [...state.facts, { at: context.now, type: 'beneficiary-contact' }],
  };
  if (isActive(state.status)) {
    const back = state.status === 'pending-beneficiary';
    const next = back ? moved(heard, 'open', 'beneficiary', context.now) : { case: heard, events: [] };
    return { case: next.case, events: [received, ...next.events] };
  }
  if (!mayReopen(state, context)) return { rejected: 'too-late-to-reopen' };
  const because = channel === 'phone' ? 'beneficiary-called' : 'beneficiary-wrote';
  const again = reopened(heard, 'beneficiary', because, context.now);
  return { case: again.case, events: [received, ...again.events] };
}

/** An agent answered the beneficiary; the first answer stops the first-response clock. */
export function reply(state: Case, command: Of<'reply'>, { now, cause }: Context): Decision {
  if (!isActive(state.status)) return { rejected: 'not-active' };
  const to = command.thenStatus ?? (state.status === 'new' ? 'open' : state.status);
  if (!isActive(to) || (to !== state.status && !mayMove(state.status, to))) {
    return { rejected: 'illegal-status', from: state.status, to };
  }
  const answered: Case = { ...state, facts: [...state.facts, { at: now, type: 'agent-contact' }] };
  const next = moved(answered, to, command.by, now);
  const data = { message: cause, channel: 'mail', by: command.by } as const;
  return { case: next.case, events: [{ type: 'rida.message.sent.v1', data }, ...next.events] };
}

/** An internal note: on the timeline, never sent. */
export function note(state: Case, command: Of<'note'>, { cause }: Context): Decision {
  return {
    case: state,
    events: [{ type: 'rida.note.added.v1', data: { message: cause, by: command.by } }],
  };
}

export function assign(state: Case, command: Of<'assign'>, { now }: Context): Decision {
  if (!isActive(state.status)) return { rejected: 'not-active' };
  if (state.assignee === command.to) return { rejected: 'already-assigned' };
  const next = moved(
    { ...state, assignee: command.to },
    state.status === 'new' ? 'open' : state.status,
    command.by,
    now,
  );
  const data = {
    to: command.to,
    by: command.by,
    ...(state.assignee !== undefined && { from: state.assignee }),
  };
  return { case: next.case, events: [{ type: 'rida.case.assigned.v1', data }, ...next.events] };
}

/** Moves between the statuses of work; resolving, closing and reopening are commands of their own. */
export function setStatus(state: Case, command: Of<'set-status'>, { now }: Context): Decision {
  const { to, by } = command;
  if (!isActive(state.status) || !isActive(to) || !mayMove(state.status, to)) {
    return { rejected: 'illegal-status', from: state.status, to };
  }
  return moved(state, to, by, now);
}

export function reopen(state: Case, command: Of<'reopen'>, context: Context): Decision {
  if (isActive(state.status)) return { rejected: 'illegal-status', from: state.status, to: 'open' };
  if (!mayReopen(state, context)) return { rejected: 'too-late-to-reopen' };
  return reopened(state, command.by, 'staff', context.now);
}

export function close(state: Case, command: Of<'close'>, { now }: Context): Decision {
  if (!mayMove(state.status, 'closed'))
    return { rejected: 'illegal-status', from: state.status, to: 'closed' };
  const { reason, by, duplicateOf } = command;
  const end = { reason, ...(duplicateOf !== undefined && { duplicateOf }) };
  return {
    case: {
      ...state,
      status: 'closed',
      closing: { at: now, ...end },
      facts: [...state.facts, { at: now, type: 'status', status: 'closed' }],
    },
    events: [{ type: 'rida.case.closed.v1', data: { by, ...end } }],
  };
}
