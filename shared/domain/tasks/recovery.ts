import type { DataOf } from '#events/registry.ts';
import type { RecoveryOutcome } from '#events/task-vocabulary.ts';
import type { Actor } from '#events/vocabulary.ts';
import type { EventDraft } from '../cases/decision.ts';
import type { CompiledCalendar } from '../sla/compile.ts';
import { due, elapsed } from '../sla/working-time.ts';
import { HOUR, isoInstant, MINUTE } from '../time/instant.ts';
import { type LowAnswer, openAnswers, type Recovery, type Task, type TaskStep } from './task.ts';

/** The results that a member of staff records after reaching the person. */
export const REACHED = [
  'settled',
  'not-settled',
  'declined',
  'wrong-matter',
] as const satisfies readonly RecoveryOutcome[];
type Reached = (typeof REACHED)[number];

/** After so many attempts the person counts as not reached. */
const MOST_ATTEMPTS = 3;
/** Attempts within this time of the last one are the same attempt. @internal exported for tests */
export const BETWEEN_ATTEMPTS_MS = HOUR;
/** The answers that a recovery keeps beside its open ones. */
const KEPT_ANSWERS = 40;

/** A value of an answer, as an event reports it. */
export interface HeardAnswer extends Omit<LowAnswer, 'state' | 'dueAt'> {
  /** The person is dissatisfied, or the matter is not finished and nothing else works on it. */
  readonly isLow: boolean;
  readonly phone?: string;
  /** The member of staff who contacts the person, if a task begins. */
  readonly owner?: string;
}

export type RecoveryCommand =
  | { readonly do: 'hear'; readonly answer: HeardAnswer }
  | { readonly do: 'assign'; readonly to: string; readonly by: Actor }
  | { readonly do: 'attempt'; readonly by: Actor }
  | { readonly do: 'record'; readonly outcome: Reached; readonly by: Actor }
  /** Forget the person, or only what is about one case. */
  | { readonly do: 'erase'; readonly case?: string; readonly by: Actor };

export interface TaskRejection {
  readonly rejected: 'unknown' | 'nothing-new' | 'ended' | 'too-soon' | 'other-owner' | 'same-owner';
}

export interface RecoveryContext {
  readonly now: number;
  readonly calendar: CompiledCalendar;
  /** Working time within which the person is contacted, milliseconds. */
  readonly withinMs: number;
}

const actorOf = (user: string): Actor => `agent:${user}`;

function openedEvent(
  { about, source, score, finished, case: caseRef, department, service, at, dueAt }: LowAnswer,
  owner: string | undefined,
): EventDraft {
  return {
    type: 'rida.recovery.opened.v1',
    data: {
      ...{ about, source, answeredAt: isoInstant(at), dueAt: isoInstant(dueAt) },
      ...(score !== undefined && { score }),
      ...(finished !== undefined && { finished }),
      ...(caseRef !== undefined && { caseRef }),
      ...(department !== undefined && { department }),
      ...(service !== undefined && { service }),
      ...(owner !== undefined && { owner }),
    },
  };
}

function endedEvent(
  { about, source, department, service, at, dueAt }: LowAnswer,
  end: { readonly outcome: RecoveryOutcome; readonly by: Actor; readonly attempts: number },
  { now, calendar }: RecoveryContext,
): EventDraft {
  const data: DataOf<'rida.recovery.ended.v1'> = {
    ...{ about, source, ...end, answeredAt: isoInstant(at), dueAt: isoInstant(dueAt) },
    inTime: now <= dueAt,
    workingMinutes: elapsed(calendar, at, now) / MINUTE,
    ...(department !== undefined && { department }),
    ...(service !== undefined && { service }),
  };
  return { type: 'rida.recovery.ended.v1', data };
}

/** Keep all open answers and the newest others. */
function kept(answers: readonly LowAnswer[]): readonly LowAnswer[] {
  const others = answers.filter(({ state }) => state !== 'open').slice(-KEPT_ANSWERS);
  return answers.filter((one) => one.state === 'open' || others.includes(one));
}

/** Return the task with these answers. Its times are those of the answers that wait. */
function withAnswers(task: Task, answers: readonly LowAnswer[], more: Partial<Recovery> = {}): Task {
  const recovery = { ...(task.recovery ?? { attempts: [] }), answers: kept(answers), ...more };
  const open = openAnswers({ ...task, recovery });
  if (open.length === 0) return { ...task, recovery };
  return {
    ...{ ...task, recovery },
    openedAt: Math.min(...open.map(({ at }) => at)),
    dueAt: Math.min(...open.map(({ dueAt }) => dueAt)),
  };
}

const replaced = (answers: readonly LowAnswer[], by: LowAnswer): readonly LowAnswer[] =>
  answers.map((one) => (one.about === by.about ? by : one));

/** End answers, and the task when no other waits. */
function ended(
  task: Task,
  which: readonly LowAnswer[],
  { outcome, by }: { readonly outcome: RecoveryOutcome; readonly by: Actor },
  context: RecoveryContext,
): TaskStep {
  const attempts = task.recovery?.attempts.length ?? 0;
  const state = outcome === 'corrected' ? 'corrected' : 'ended';
  const abouts = new Set(which.map(({ about }) => about));
  const answers = (task.recovery?.answers ?? []).map(
    (one): LowAnswer => (abouts.has(one.about) ? { ...one, state } : one),
  );
  const after = withAnswers(task, answers);
  const isOver = openAnswers(after).length === 0;
  return {
    state: isOver ? { ...after, ended: { at: context.now, by, outcome } } : after,
    events: which.map((one) => endedEvent(one, { outcome, by, attempts }, context)),
  };
}

/** Begin to wait for an answer, in the task of the person or in a new round of it. */
function waiting(
  id: string,
  before: Task | undefined,
  answer: LowAnswer,
  { phone, owner: proposed }: Pick<HeardAnswer, 'phone' | 'owner'>,
): TaskStep {
  const isNew = before === undefined || before.ended !== undefined;
  const {
    ended: _,
    owner: _o,
    ...rest
  } = before ?? {
    ...{ id, version: 0, causes: [], kind: 'recovery' as const },
    ...{ openedAt: answer.at, dueAt: answer.dueAt },
  };
  const owner = isNew ? proposed : before.owner;
  const answers = before?.recovery?.answers ?? [];
  const isKnown = answers.some(({ about }) => about === answer.about);
  const task = withAnswers(
    { ...rest, ...(owner !== undefined && { owner }) },
    isKnown ? replaced(answers, answer) : [...answers, answer],
    { ...(isNew && { attempts: [] }), ...(phone !== undefined && { phone }) },
  );
  return { state: task, events: [openedEvent(answer, owner)] };
}

/** Note that a newer value was heard, which changes nothing else. */
const noted = (task: Task, answer: LowAnswer, seen: number): TaskStep => ({
  state: withAnswers(task, replaced(task.recovery?.answers ?? [], { ...answer, seen })),
  events: [],
});

/**
 * Hear the value of an answer. Values may arrive in any order and repeatedly: the one of the highest version counts.
 * The first score is kept. A correction to a good score ends the wait, unless somebody already tried to reach the
 * person.
 */
function heard(
  id: string,
  before: Task | undefined,
  { isLow, phone, owner, ...given }: HeardAnswer,
  context: RecoveryContext,
): TaskStep | TaskRejection {
  const earlier = before?.recovery?.answers.find(({ about }) => about === given.about);
  if (earlier && earlier.seen >= given.seen) return { rejected: 'nothing-new' };
  const dueAt = due(context.calendar, given.at, context.withinMs);
  if (earlier === undefined) {
    if (isLow)
      return waiting(
        id,
        before,
        { ...given, dueAt, state: 'open' },
        { ...(phone && { phone }), ...(owner && { owner }) },
      );
    const corrected: LowAnswer = { ...given, dueAt, state: 'corrected' };
    const task: Task = before ?? {
      ...{ id, version: 0, causes: [], kind: 'recovery', openedAt: given.at, dueAt },
      ended: { at: context.now, by: 'beneficiary', outcome: 'corrected' },
    };
    return { state: withAnswers(task, [...(before?.recovery?.answers ?? []), corrected]), events: [] };
  }
  const task = before as Task;
  if (earlier.state === 'corrected' && isLow)
    return waiting(
      id,
      task,
      { ...given, at: earlier.at, dueAt: earlier.dueAt, state: 'open' },
      { ...(phone && { phone }), ...(owner && { owner }) },
    );
  const isTried = (task.recovery?.attempts.length ?? 0) > 0;
  if (earlier.state !== 'open' || isLow || isTried) return noted(task, earlier, given.seen);
  const newer: LowAnswer = { ...earlier, seen: given.seen };
  const { state } = noted(task, earlier, given.seen);
  return ended(state, [newer], { outcome: 'corrected', by: 'beneficiary' }, context);
}

/** Return why a member of staff may not act on a task now. */
function refusal(task: Task, by: Actor): TaskRejection | undefined {
  if (task.ended) return { rejected: 'ended' };
  return task.owner !== undefined && actorOf(task.owner) !== by ? { rejected: 'other-owner' } : undefined;
}

function tried(task: Task, by: Actor, context: RecoveryContext): TaskStep | TaskRejection {
  const attempts = task.recovery?.attempts ?? [];
  const last = attempts.at(-1);
  if (last && context.now - last.at < BETWEEN_ATTEMPTS_MS) return { rejected: 'too-soon' };
  const after = withAnswers(task, task.recovery?.answers ?? [], {
    attempts: [...attempts, { at: context.now, by }],
  });
  const event: EventDraft = {
    type: 'rida.recovery.attempted.v1',
    data: { attempt: attempts.length + 1, by },
  };
  if (attempts.length + 1 < MOST_ATTEMPTS) return { state: after, events: [event] };
  const over = ended(after, openAnswers(after), { outcome: 'not-reached', by }, context);
  return { state: over.state, events: [event, ...over.events] };
}

function erased(
  task: Task,
  { case: reference, by }: Extract<RecoveryCommand, { do: 'erase' }>,
  context: RecoveryContext,
): TaskStep | TaskRejection {
  const which = openAnswers(task).filter((one) => reference === undefined || one.case === reference);
  const hasPhone = reference === undefined && task.recovery?.phone !== undefined;
  if (which.length === 0 && !hasPhone) return { rejected: 'nothing-new' };
  const over = ended(task, which, { outcome: 'erased', by }, context);
  if (!hasPhone || !over.state.recovery) return over;
  const { phone: _, ...recovery } = over.state.recovery;
  return { ...over, state: { ...over.state, recovery } };
}

/** Decide a command about the recovery of a person. The function is pure. */
export function decideRecovery(
  id: string,
  before: Task | undefined,
  command: RecoveryCommand,
  context: RecoveryContext,
): TaskStep | TaskRejection {
  if (command.do === 'hear') return heard(id, before, command.answer, context);
  if (before === undefined) return { rejected: 'unknown' };
  switch (command.do) {
    case 'assign': {
      const { to, by } = command;
      if (before.ended) return { rejected: 'ended' };
      if (before.owner === to) return { rejected: 'same-owner' };
      const from = before.owner === undefined ? {} : { from: before.owner };
      return {
        state: { ...before, owner: to },
        events: [{ type: 'rida.task.assigned.v1', data: { kind: before.kind, ...from, to, by } }],
      };
    }
    case 'attempt':
      return refusal(before, command.by) ?? tried(before, command.by, context);
    case 'record':
      return refusal(before, command.by) ?? ended(before, openAnswers(before), command, context);
    case 'erase':
      return erased(before, command, context);
  }
}
