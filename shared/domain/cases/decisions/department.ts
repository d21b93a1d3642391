import type { Actor, ClockName } from '#events/vocabulary.ts';
import { targetOf } from '#shared/domain/sla/policy.ts';
import { due, elapsed } from '#shared/domain/sla/working-time.ts';
import { DAY, isoInstant, MINUTE } from '#shared/domain/time/instant.ts';
import { isTooFarAhead } from '#shared/domain/time/plausible.ts';
import { type Case, type DepartmentRequest, isActive } from '../case.ts';
import { departmentHours, policyOf } from '../clocks.ts';
import type { Deciding } from '../context.ts';
import type { Decision, EventDraft } from '../decision.ts';
import { type CaseStep, type CommandOf, through, withStaffToNotify } from './case-step.ts';
import { inStatus } from './status-step.ts';

/** Maximum number of requests of one case: open at the same time, and in total. */
const MOST_OPEN = 20;
const MOST = 100;

export const openRequests = ({ requests }: Case): readonly DepartmentRequest[] =>
  (requests ?? []).filter(({ ended }) => !ended);

export const mayNotAsk = (state: Case): boolean =>
  openRequests(state).length >= MOST_OPEN || (state.requests?.length ?? 0) >= MOST;

/**
 * Compute when a department's answer is due: by the policy's target in the department's own working hours, or
 * after a day when the policy has no target.
 */
export function dueBy(state: Case, department: string, { rules, now }: Deciding): number {
  const policy = policyOf(state, rules);
  const target = targetOf(policy, state.priority, 'department');
  return target === null ? now + DAY : due(departmentHours(rules, policy, department, now), now, target);
}

/** Return the number of a request by the time at which it was made. The run of its clock has the same number. */
export const requestNumber = ({ requests = [] }: Case, request: Pick<DepartmentRequest, 'id'>): number =>
  [...requests].sort((a, b) => a.askedAt - b.askedAt).findIndex(({ id }) => id === request.id) + 1;

/** Return the request of a run of the department's clock. */
const requestOfRun = ({ requests = [] }: Pick<Case, 'requests'>, generation: number) =>
  [...requests].sort((a, b) => a.askedAt - b.askedAt)[generation - 1];

/** Return the department that a run of a clock is about. For an answer that is owed: the asked one, and its request. */
export function owedBy(
  state: Pick<Case, 'requests' | 'department'>,
  clock: ClockName,
  generation: number,
): { department: string; request?: string } {
  const owed = clock === 'department' ? requestOfRun(state, generation) : undefined;
  return owed ? { department: owed.department, request: owed.id } : { department: state.department };
}

interface Asked {
  readonly department: string;
  readonly dueAt: number;
  readonly by: Actor;
  readonly message?: string;
  readonly passedFrom?: string;
}

export function asked(
  state: Case,
  { department, dueAt, by, message, passedFrom }: Asked,
  now: number,
): CaseStep {
  const id = `r${(state.requests?.length ?? 0) + 1}`;
  const answer = {
    ...(message !== undefined && { message }),
    ...(passedFrom !== undefined && { passedFrom }),
  };
  return {
    case: {
      ...state,
      requests: [...(state.requests ?? []), { id, department, askedAt: now, dueAt, by, ...answer }],
      facts: [...state.facts, { at: now, type: 'asked', request: id, dueAt }],
    },
    events: [
      {
        type: 'rida.department.asked.v1',
        data: { request: id, department, dueAt: isoInstant(dueAt), by, ...answer },
      },
    ],
  };
}

/** Ask the case's own department. The case itself is the question. */
export function askOwnDepartment(state: Case, by: Actor, context: Deciding): CaseStep {
  const { department } = state;
  return asked(state, { department, dueAt: dueBy(state, department, context), by }, context.now);
}

/** Ask a department for an answer. The resolution clock of the case keeps running. */
export function askDepartment(
  state: Case,
  command: CommandOf<'ask-department'>,
  context: Deciding,
): Decision {
  const { department, by, asks } = command;
  if (!isActive(state.status)) return { rejected: 'not-active' };
  if (!context.rules.departments.has(department)) return { rejected: 'unknown-department' };
  if (command.dueAt !== undefined && command.dueAt <= context.recordedAt) return { rejected: 'in-the-past' };
  if (command.dueAt !== undefined && isTooFarAhead(command.dueAt, context.recordedAt))
    return { rejected: 'too-far-ahead' };
  if (mayNotAsk(state)) return { rejected: 'too-many' };
  const dueAt = command.dueAt ?? dueBy(state, department, context);
  const request = { department, dueAt, by, ...(asks && { message: context.cause }) };
  return through(
    state,
    (one) => asked(one, request, context.now),
    (one) => inStatus(one, 'pending-department', by, context.now),
  );
}

type End = NonNullable<DepartmentRequest['ended']>;

/** End a request, not earlier than it was made. */
export function ended(state: Case, { id, askedAt }: DepartmentRequest, end: End): Case {
  const at = Math.max(end.at, askedAt);
  const type = end.how === 'answered' ? 'answered' : 'request-withdrawn';
  return {
    ...state,
    requests: (state.requests ?? []).map((one) => (one.id === id ? { ...one, ended: { ...end, at } } : one)),
    facts: [...state.facts, { at, type, request: id }],
  };
}

/** Set the status to `open` when no request is open any more. */
const backToWork = (state: Case, by: Actor, now: number): CaseStep =>
  state.status === 'pending-department' && openRequests(state).length === 0
    ? inStatus(state, 'open', by, now)
    : { case: state, events: [] };

/** Return the working minutes of a department from its question to an instant. */
function workedOn(state: Case, open: DepartmentRequest, until: number, { rules }: Deciding): number {
  const hours = departmentHours(rules, policyOf(state, rules), open.department, open.askedAt);
  return Math.floor(elapsed(hours, open.askedAt, until, []) / MINUTE);
}

export function answerRequest(
  state: Case,
  command: CommandOf<'answer-request'>,
  context: Deciding,
): Decision {
  const { request, says, by } = command;
  const open = openRequests(state).find(({ id }) => id === request);
  if (!open) return { rejected: 'no-such-request' };
  const { happenedAt, cause, now } = context;
  const message = says && { message: cause };
  const { firstDueAt = open.dueAt } = open;
  const late = happenedAt > open.dueAt;
  const answered: EventDraft = {
    type: 'rida.department.answered.v1',
    data: {
      ...{ request, department: open.department, by, late },
      ...(!late && happenedAt > firstDueAt && { extended: true as const }),
      workingMinutes: workedOn(state, open, Math.max(happenedAt, open.askedAt), context),
      ...message,
      ...withStaffToNotify(state, by),
    },
  };
  return through(
    state,
    (one) => ({
      case: ended(one, open, { at: happenedAt, how: 'answered', by, ...message }),
      events: [answered],
    }),
    (one) => backToWork(one, by, now),
  );
}

const withdrawn = (state: Case, request: DepartmentRequest, by: Actor, now: number): CaseStep => ({
  case: ended(state, request, { at: now, how: 'withdrawn', by }),
  events: [
    {
      type: 'rida.department.request-withdrawn.v1',
      data: { request: request.id, department: request.department, by },
    },
  ],
});

/** Withdraw every open request: the case continues or ends without the departments. */
export const withdrawRequests = (state: Case, by: Actor, now: number): CaseStep =>
  through(state, ...openRequests(state).map((open) => (one: Case) => withdrawn(one, open, by, now)));

export function withdrawRequest(
  state: Case,
  command: CommandOf<'withdraw-request'>,
  { now }: Deciding,
): Decision {
  const open = openRequests(state).find(({ id }) => id === command.request);
  if (!open) return { rejected: 'no-such-request' };
  return through(
    state,
    (one) => withdrawn(one, open, command.by, now),
    (one) => backToWork(one, command.by, now),
  );
}
