import type { CheckMark, CheckVerdict, TaskKind } from '#events/task-vocabulary.ts';
import type { Actor } from '#events/vocabulary.ts';
import type { CompiledCalendar } from '../sla/compile.ts';
import { due } from '../sla/working-time.ts';
import { HOUR } from '../time/instant.ts';
import type { Check } from './check.ts';
import { FORM_VERSION } from './conversation-form.ts';
import type { Task, TaskStep } from './task.ts';

export type CheckKind = Exclude<TaskKind, 'recovery'>;

export type CheckCommand =
  | {
      readonly do: 'draw';
      readonly kind: CheckKind;
      readonly check: Check;
      readonly owner?: string | undefined;
    }
  | { readonly do: 'assign'; readonly to: string; readonly by: Actor }
  | {
      readonly do: 'check';
      readonly verdict?: CheckVerdict;
      readonly marks?: Readonly<Record<string, CheckMark>>;
      readonly note?: string;
      readonly by: Actor;
    };

export interface CheckRejection {
  readonly rejected:
    | 'unknown'
    | 'drawn'
    | 'ended'
    | 'other-owner'
    | 'same-owner'
    | 'handled-it'
    | 'incomplete';
}

/** Working time for a check: a week. */
const CHECK_WITHIN_MS = 40 * HOUR;

const actorOf = (user: string): Actor => `agent:${user}`;

/** Return whether a member of staff worked on the closure or conversation. */
export const hasHandled = ({ handlers, agent }: Check, by: string): boolean =>
  handlers.includes(by) || agent === by;

function checked(
  task: Task,
  check: Check,
  { verdict, marks, note, by }: Extract<CheckCommand, { do: 'check' }>,
  now: number,
): TaskStep | CheckRejection {
  const isClosure = task.kind === 'closure-audit';
  if ((isClosure ? verdict : marks) === undefined) return { rejected: 'incomplete' };
  const said = isClosure ? { verdict } : { form: FORM_VERSION, marks };
  const result = { at: now, by, ...said, ...(note !== undefined && note !== '' && { note }) };
  const { week, department, agent, case: caseRef, call } = check;
  return {
    state: {
      ...task,
      check: { ...check, result: result as NonNullable<Check['result']> },
      ended: { at: now, by, outcome: 'checked' },
    },
    events: [
      {
        type: 'rida.check.recorded.v1',
        data: {
          ...{ kind: task.kind, week, by },
          ...(isClosure ? { verdict } : { marks }),
          ...(department !== undefined && { department }),
          ...(agent !== undefined && { agent }),
          ...(caseRef !== undefined && { caseRef }),
          ...(call !== undefined && { contactId: call }),
        },
      },
    ],
  };
}

interface CheckContext {
  readonly now: number;
  readonly calendar: CompiledCalendar;
}

function drawnTask(
  id: string,
  { kind, check, owner }: Extract<CheckCommand, { do: 'draw' }>,
  { now, calendar }: CheckContext,
): TaskStep {
  const { week, department, case: caseRef, call } = check;
  return {
    state: {
      ...{ id, version: 0, causes: [], kind, openedAt: now, check },
      dueAt: due(calendar, now, CHECK_WITHIN_MS),
      ...(owner !== undefined && { owner }),
    },
    events: [
      {
        type: 'rida.check.drawn.v1',
        data: {
          ...{ kind, week },
          ...(department !== undefined && { department }),
          ...(caseRef !== undefined && { caseRef }),
          ...(call !== undefined && { contactId: call }),
          ...(owner !== undefined && { owner }),
        },
      },
    ],
  };
}

function assigned(
  task: Task,
  check: Check,
  { to, by }: Extract<CheckCommand, { do: 'assign' }>,
): TaskStep | CheckRejection {
  if (task.owner === to) return { rejected: 'same-owner' };
  if (hasHandled(check, to)) return { rejected: 'handled-it' };
  const from = task.owner === undefined ? {} : { from: task.owner };
  return {
    state: { ...task, owner: to },
    events: [{ type: 'rida.task.assigned.v1', data: { kind: task.kind, ...from, to, by } }],
  };
}

/** Decide a command about the check of a closure or a conversation. The function is pure. */
export function decideCheck(
  id: string,
  before: Task | undefined,
  command: CheckCommand,
  context: CheckContext,
): TaskStep | CheckRejection {
  if (command.do === 'draw') return before ? { rejected: 'drawn' } : drawnTask(id, command, context);
  if (before?.check === undefined) return { rejected: 'unknown' };
  const { check, owner, ended } = before;
  if (ended) return { rejected: 'ended' };
  if (command.do === 'assign') return assigned(before, check, command);
  if (hasHandled(check, command.by.replace(/^agent:/u, ''))) return { rejected: 'handled-it' };
  if (owner !== undefined && actorOf(owner) !== command.by) return { rejected: 'other-owner' };
  return checked(before, check, command, context.now);
}
