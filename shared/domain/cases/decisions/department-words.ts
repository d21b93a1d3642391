import type { DataOf } from '#events/registry.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import { isTooFarAhead } from '#shared/domain/time/plausible.ts';
import { type Case, type DepartmentRequest, isActive } from '../case.ts';
import type { Deciding } from '../context.ts';
import type { Decision, EventDraft } from '../decision.ts';
import { meantRequest } from '../meant-request.ts';
import { type CommandOf, through, withStaffToNotify } from './case-step.ts';
import { answerRequest, asked, dueBy, ended, mayNotAsk, openRequests, requestNumber } from './department.ts';

type Because = DataOf<'rida.department.wrote.v1'>['because'];

const changed = (state: Case, request: DepartmentRequest): Case => ({
  ...state,
  requests: (state.requests ?? []).map((one) => (one.id === request.id ? request : one)),
});

/** Return why words of a department end no request. Undefined when they answer an open one. */
function addedBecause(
  meant: DepartmentRequest | undefined,
  { unproven }: CommandOf<'hear-department'>,
  isAsked: boolean,
): Because | undefined {
  if (unproven) return 'unproven';
  if (!meant) return isAsked ? 'unclear' : 'not-asked';
  return meant.ended?.how;
}

/**
 * Record the words of a department, at any time. They answer the request that they name, or the only open one. Later
 * words, words after a withdrawal and words of an unproven sender are added to the case: they end no request, move
 * no status and begin no clock.
 */
export function hearDepartment(
  state: Case,
  command: CommandOf<'hear-department'>,
  context: Deciding,
): Decision {
  const { department, by } = command;
  const theirs = (state.requests ?? []).filter((one) => one.department === department);
  const meant = meantRequest(theirs, command.request);
  const because = addedBecause(meant, command, theirs.length > 0);
  if (meant && because === undefined)
    return answerRequest(state, { do: 'answer-request', request: meant.id, says: true, by }, context);
  const wrote: EventDraft = {
    type: 'rida.department.wrote.v1',
    data: {
      ...{ department, because: because ?? 'not-asked', message: context.cause, by },
      ...(meant && { request: meant.id }),
      ...withStaffToNotify(state, by),
    },
  };
  const counted = meant ? changed(state, { ...meant, words: (meant.words ?? 0) + 1 }) : state;
  return { case: counted, events: [wrote] };
}

/** Record that a department asks for more time. Its due time stays until a member of staff grants it. */
export function askTime(state: Case, command: CommandOf<'ask-time'>, context: Deciding): Decision {
  const { request, until, by } = command;
  const open = openRequests(state).find(({ id }) => id === request);
  if (!open) return { rejected: 'no-such-request' };
  if (until <= context.recordedAt) return { rejected: 'in-the-past' };
  if (until <= open.dueAt) return { rejected: 'not-later' };
  if (isTooFarAhead(until, context.recordedAt)) return { rejected: 'too-far-ahead' };
  const message = context.cause;
  return {
    case: changed(state, { ...open, time: { at: context.recordedAt, until, message, state: 'asked' } }),
    events: [
      {
        type: 'rida.department.time-asked.v1',
        data: {
          ...{ request, department: open.department, until: isoInstant(until), message, by },
          ...withStaffToNotify(state, by),
        },
      },
    ],
  };
}

/** Move the due time of a request. Its warning may act again; a breach that no longer holds is retracted. */
function postponed(state: Case, open: DepartmentRequest, until: number): Case {
  const run = `department#${requestNumber(state, open)}#`;
  return {
    ...changed(state, { ...open, firstDueAt: open.firstDueAt ?? open.dueAt, dueAt: until }),
    facts: state.facts.map((fact) =>
      fact.type === 'asked' && fact.request === open.id ? { ...fact, dueAt: until } : fact,
    ),
    fired: state.fired.filter((key) => !key.startsWith(`${run}at-`) || key === `${run}at-100`),
  };
}

/** Grant or refuse the time that a department asked for. */
export function decideTime(state: Case, command: CommandOf<'decide-time'>, context: Deciding): Decision {
  const { request, until, granted, by } = command;
  const open = openRequests(state).find(({ id }) => id === request);
  if (!open) return { rejected: 'no-such-request' };
  const { time } = open;
  if (time?.state !== 'asked' || time.until !== until) return { rejected: 'no-time-asked' };
  if (granted && until <= context.recordedAt) return { rejected: 'in-the-past' };
  const decided: DepartmentRequest = { ...open, time: { ...time, state: granted ? 'granted' : 'refused' } };
  const dueAt = granted ? until : open.dueAt;
  return {
    case: granted ? postponed(state, decided, until) : changed(state, decided),
    events: [
      {
        type: 'rida.department.time-decided.v1',
        data: { request, department: open.department, granted, dueAt: isoInstant(dueAt), by },
      },
    ],
  };
}

/** Return the departments through which a question went, this one included. */
function passedThrough(state: Case, request: DepartmentRequest): string[] {
  const before = (state.requests ?? []).find(({ id }) => id === request.passedFrom);
  return [request.department, ...(before ? passedThrough(state, before) : [])];
}

/**
 * Pass a question on to another department, which gets its own due time. A question never returns to a department
 * that passed it on: the centre decides then.
 */
export function passOn(state: Case, command: CommandOf<'pass-on'>, context: Deciding): Decision {
  const { request, to, by } = command;
  const open = openRequests(state).find(({ id }) => id === request);
  if (!open) return { rejected: 'no-such-request' };
  if (!isActive(state.status)) return { rejected: 'not-active' };
  if (!context.rules.departments.has(to)) return { rejected: 'unknown-department' };
  if (passedThrough(state, open).includes(to)) return { rejected: 'passed-before' };
  if (mayNotAsk(state)) return { rejected: 'too-many' };
  const { now, cause } = context;
  const next = `r${(state.requests?.length ?? 0) + 1}`;
  const { message } = open;
  const question = { department: to, dueAt: dueBy(state, to, context), by, passedFrom: request };
  const passed: EventDraft = {
    type: 'rida.department.passed-on.v1',
    data: {
      ...{ request, department: open.department, to, next, message: cause, by },
      ...withStaffToNotify(state, by),
    },
  };
  return through(
    state,
    (one) => ({
      case: ended(one, open, { at: now, how: 'passed-on', by, message: cause, to: next }),
      events: [passed],
    }),
    (one) => asked(one, { ...question, ...(message !== undefined && { message }) }, now),
  );
}
