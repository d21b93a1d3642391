import type { TaskKind } from '#events/task-vocabulary.ts';
import type { CaseType, Priority } from '#events/vocabulary.ts';
import { type Case, isActive } from '../cases/case.ts';
import { isSetAside } from '../cases/set-aside.ts';
import { isRunning, openProcedures } from '../investors/plan.ts';
import type { CallOut } from '../outreach/call-out.ts';
import { openAnswers, type Task } from '../tasks/task.ts';
import { compareText } from '../text/compare-text.ts';

/**
 * A case; a task, which is a case with an open promise to its beneficiary; a touch, which is a case with the running
 * plan of an investor; a call that was promised to somebody; an evaluation call that agents make; a dissatisfied person
 * to contact; a closed case or a conversation to check; mail that a verdict set aside.
 */
export const WORK_KINDS = [
  'case',
  'task',
  'touch',
  'call-back',
  'evaluation',
  'recovery',
  'closure-audit',
  'conversation-review',
  'set-aside',
] as const;
export type WorkKind = (typeof WORK_KINDS)[number];

/** Whether work of this kind is a task of its own, not a case. */
export const isTask = (kind: WorkKind): kind is TaskKind => kind === 'recovery' || isCheck(kind);

/** Whether work of this kind is the check of a closed case or a conversation. */
const isCheck = (kind: WorkKind): boolean => kind === 'closure-audit' || kind === 'conversation-review';

/** Whether work of this kind is an outgoing call, not a case. */
export const isCall = (kind: WorkKind): boolean => kind === 'call-back' || kind === 'evaluation';

/** The lists of work. Mail that was set aside has two of its own. @internal exported for tests */
export const WORK_STATES = ['active', 'resolved', 'closed', 'spam', 'machine'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** One piece of work, with everything that its list filters, counts and sorts by. */
export interface WorkEntry {
  readonly id: string;
  readonly kind: WorkKind;
  readonly state: WorkState;
  /** Missing for a call to somebody. */
  readonly department?: string;
  readonly type?: CaseType;
  readonly category?: string;
  /** Ids of the district and the e-service. */
  readonly district?: string;
  readonly service?: string;
  /** 1 for urgent to 4 for low; 5 for mail that was set aside. */
  readonly rank: number;
  /** The language in which it was written. */
  readonly language: string;
  readonly status: string;
  readonly assignee?: string;
  /** Ids of the departments that owe an answer, each once. */
  readonly owing?: readonly string[];
  /** The nearest deadline that runs, or the time of a planned call. */
  readonly dueAt?: number;
  readonly openedAt: number;
  /** When it was resolved or closed. */
  readonly endedAt?: number;
}

const RANK: Readonly<Record<Priority, number>> = { urgent: 1, high: 2, normal: 3, low: 4 };
const SET_ASIDE_RANK = 5;

function stateOf({ status, closing }: Case): WorkState {
  if (isActive(status)) return 'active';
  if (status === 'resolved') return 'resolved';
  if (closing?.reason === 'spam') return 'spam';
  return closing?.reason === 'machine-mail' ? 'machine' : 'closed';
}

/**
 * The nearest deadline. A state that was stored before deadlines were kept has only a timer, and a late one whose
 * timers have all acted has its opening.
 */
function deadlineOf({ status, deadlineAt, nextDueAt, level, openedAt }: Case): number | undefined {
  if (!isActive(status)) return undefined;
  return deadlineAt ?? nextDueAt ?? (level > 0 ? openedAt : undefined);
}

/** The departments with an open request or an open procedure of an investor, in a fixed order. */
function owingIn({ requests = [], plan }: Case): readonly string[] | undefined {
  const open = [...requests.filter(({ ended }) => !ended), ...(isRunning(plan) ? openProcedures(plan) : [])];
  const owing = [...new Set(open.map(({ department }) => department))];
  return owing.length === 0 ? undefined : owing.sort(compareText);
}

const defined = <K extends string, V>(name: K, value: V | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { readonly [N in K]?: V };

const kindOf = ({ plan, promise, status }: Case): 'touch' | 'task' | 'case' => {
  if (!isActive(status)) return 'case';
  return isRunning(plan) ? 'touch' : promise ? 'task' : 'case';
};

/** Return the entry of a case. An erased case has none. */
export function workOfCase(state: Case): WorkEntry | undefined {
  const { id, department, type, category, priority, status, openedAt, resolution, closing } = state;
  if (state.erased) return undefined;
  const list = stateOf(state);
  const isAside = isSetAside(state);
  const kind = isAside ? 'set-aside' : kindOf(state);
  const endedAt = status === 'resolved' ? resolution?.at : (closing?.at ?? openedAt);
  return {
    ...{ id, kind, state: list, department, type, category, status, openedAt },
    rank: isAside ? SET_ASIDE_RANK : RANK[priority],
    language: state.writtenIn ?? state.language,
    ...defined('district', state.place?.district),
    ...defined('service', state.service),
    ...defined('assignee', state.assignee),
    ...defined('owing', owingIn(state)),
    ...defined('dueAt', deadlineOf(state)),
    ...(isActive(status) ? {} : defined('endedAt', endedAt)),
  };
}

/**
 * Return whether an outgoing call is work of staff: somebody was promised it, or an agent makes it. Evaluation calls
 * that Rida makes are not.
 */
export const isWork = ({ purpose, week }: Pick<CallOut, 'purpose' | 'week'>): boolean =>
  purpose !== 'evaluation' || week?.mode === 'agent';

/** Return the entry of a task that is not ended. Its department and service are those of its first answer. */
export function workOfTask(task: Task): WorkEntry | undefined {
  const { id, kind, openedAt, dueAt, owner, ended } = task;
  if (ended) return undefined;
  const [answer] = openAnswers(task);
  const first = answer ?? task.check;
  return {
    ...{ id, kind, state: 'active', openedAt, dueAt },
    // A dissatisfied person is contacted before usual work. Checks are after it.
    rank: kind === 'recovery' ? RANK.high : RANK.low,
    language: 'ar',
    status: 'open',
    ...defined('department', first?.department),
    ...defined('service', answer?.service),
    ...defined('assignee', owner),
  };
}

/** Return the entry of an outgoing call that is work of staff and waits. */
export function workOfCall(callOut: CallOut): WorkEntry | undefined {
  const { id, purpose, state, language, plannedAt, nextDueAt } = callOut;
  if (!isWork(callOut) || state.is === 'finished' || state.is === 'held') return undefined;
  return {
    ...{ id, kind: purpose === 'evaluation' ? 'evaluation' : 'call-back', state: 'active' },
    ...{ language, status: state.is, openedAt: plannedAt },
    rank: RANK.normal,
    ...defined('dueAt', state.is === 'planned' ? state.at : nextDueAt),
  };
}
