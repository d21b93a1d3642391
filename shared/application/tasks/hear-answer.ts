import { idsOf } from '#shared/domain/people/decide-person.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { HeardAnswer } from '#shared/domain/tasks/recovery.ts';
import { openAnswers, recoveryId, type Task } from '#shared/domain/tasks/task.ts';
import type { Store } from '#shared/ports/store.ts';
import { personOf } from '../person-of.ts';
import type { AggregateOutcome, AggregateUpdate } from '../update-aggregate.ts';
import { presentOwner } from './present-owner.ts';
import { updateRecovery } from './update-task.ts';

/** The person who answered; a caller with a withheld number is known by the call alone. */
export type Answerer = { readonly beneficiaryId: string } | { readonly contactId: string };

/** The ids of a person that are looked at. People with more addresses than this are rare. */
const MOST_IDS = 8;

/** Return the ids of the tasks in which an answer of a person may be, the usual one first. */
export async function recoveryIdsOf(store: Store, answerer: Answerer): Promise<readonly string[]> {
  if ('contactId' in answerer) return [recoveryId.call(answerer.contactId)];
  const { beneficiaryId } = answerer;
  const person = await personOf(store, beneficiaryId);
  const ids = person ? [person.id, ...idsOf(person), beneficiaryId] : [beneficiaryId];
  return [...new Set(ids)].slice(0, MOST_IDS).map(recoveryId.person);
}

/** Return the task of an answer: the task that has it, or else that of the person that waits, or else the usual one. */
async function taskOf(
  store: Store,
  answerer: Answerer,
  about: string,
): Promise<{ readonly id: string; readonly task: Task | undefined }> {
  const [usual = '', ...others] = await recoveryIdsOf(store, answerer);
  const tasks = await Promise.all([usual, ...others].map((id) => store.load('task', id)));
  const found =
    tasks.find((task) => task?.recovery?.answers.some((one) => one.about === about)) ??
    tasks.find((task) => task && openAnswers(task).length > 0) ??
    tasks[0];
  return { id: found?.id ?? usual, task: found };
}

export interface HearRequest
  extends Pick<AggregateUpdate<'task'>, 'cause' | 'at' | 'recordedAt' | 'correlationId'> {
  readonly answerer: Answerer;
  readonly answer: Omit<HeardAnswer, 'owner'>;
  /** User names of those who handled the matter. They do not ask why the person is dissatisfied. */
  readonly handlers: readonly string[];
}

/**
 * Hear the value of an answer: a dissatisfied one becomes work of a supervisor, and a corrected one ends that work. All
 * answers of one person are one task.
 */
export async function hearAnswer(
  store: Store,
  rules: Rules,
  { answerer, answer, handlers, ...trace }: HearRequest,
): Promise<AggregateOutcome<'task', object> & { readonly id: string }> {
  const { id, task } = await taskOf(store, answerer, answer.about);
  const begins = answer.isLow && (task === undefined || task.ended !== undefined);
  const owner = begins
    ? await presentOwner(
        store,
        rules,
        { id, roles: ['supervisor'], not: new Set(handlers) },
        trace.recordedAt,
      )
    : undefined;
  const done = await updateRecovery(store, rules, {
    ...trace,
    ...{ id, by: 'beneficiary' },
    command: { do: 'hear', answer: { ...answer, ...(owner !== undefined && { owner }) } },
  });
  return { ...done, id };
}
