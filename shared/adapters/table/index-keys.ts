import { hash } from 'node:crypto';
import type { TaskKind } from '#events/task-vocabulary.ts';
import type { CallPurpose } from '#events/vocabulary.ts';
import { type Case, isActive } from '#shared/domain/cases/case.ts';
import { turnOf, waitsForAssignee } from '#shared/domain/cases/waiting.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { Task } from '#shared/domain/tasks/task.ts';
import { CALL_MARKS, type Call, type CallMark } from '#shared/domain/telephone/call.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import {
  isWork,
  type WorkEntry,
  workOfCall,
  workOfCase,
  workOfTask,
} from '#shared/domain/work-list/work-entry.ts';
import { type Aggregates, isUntimed, type Kind, type QueueState } from '#shared/ports/store.ts';
import { assignedPartition, waitingPartition, waitingSort } from './assignee-sort.ts';
import { doneSort, type LiveKind, listSort, liveSort } from './due-sort.ts';
import { ENDED_WORK, PROMISED_CALLS, WORK } from './keys.ts';
import { type ChangedAt, changeSort, UNKNOWN_CHANGE, workTail } from './work-sort.ts';

export const beneficiaryPartition = (id: string): string => `beneficiary#${id}`;
/** Everything live, for the sweep: active cases, resolved cases and every other aggregate with a timer. */
export const livePartition = (shard: number): string => `due#${shard}`;
/**
 * All open and resolved cases, in the order of the last change of their entries in the list of work. A night of
 * deadlines moves many entries at once, so they have the shards of the due index.
 */
export const workPartition = (shard: number): string => `${WORK}${shard}`;
export const isWorkPartition = (partition: string): boolean => partition.startsWith(WORK);

/** The closed cases of a department. They never come due. */
export const donePartition = (department: string): string => `closed-cases#${department}`;

/** Outgoing calls that are not finished, by purpose. */
export const callsOutPartition = (purpose: CallPurpose, shard: number): string =>
  `calls-out#${purpose}#${shard}`;
/** Finished outgoing calls, by purpose. */
export const calledPartition = (purpose: CallPurpose): string => `finished-calls-out#${purpose}`;
/** Outgoing calls to a beneficiary, listed separately from their cases. */
export const callsToPartition = (id: string): string => `calls-out-to#${id}`;

/** Tasks of a kind. */
export const tasksPartition = (kind: TaskKind): string => `tasks#${kind}`;

/** Cases about the same matter in the same district. */
export const placePartition = (district: string, category: string): string =>
  `cases-at#${district}#${category}`;

export const queueStateOf = ({ status }: Case): QueueState =>
  status === 'resolved' || status === 'closed' ? status : 'active';

/**
 * Return the shard of an aggregate in the due index.
 * @internal exported for tests
 */
export const shardOf = (id: string, shards: number): number =>
  shards === 1 ? 0 : Number.parseInt(hash('sha256', id).slice(0, 8), 16) % shards;

interface Timed {
  readonly id: string;
  readonly nextDueAt?: number;
}

/** Every aggregate except a case is live only while it has a timer. */
const timerOf = ({ id, nextDueAt }: Timed, kind: LiveKind, shard: number): Record<string, string> =>
  nextDueAt === undefined
    ? {}
    : {
        duePartition: livePartition(shard),
        dueSort: liveSort({ dueAt: nextDueAt, kind, id }),
      };

/** Calls are partitioned by the month of their start, so that a day or a week of them is one query range. */
export const callsPartition = (at: number): string => `calls#${isoInstant(at).slice(0, 'YYYY-MM'.length)}`;
/** Calls whose end was published, by the case they were about. */
export const callsAboutPartition = (caseRef: string): string => `calls-about#${caseRef}`;

/** Every set of marks that a call can have, in the order of {@link CALL_MARKS}. */
const MARK_SETS = Array.from({ length: 2 ** CALL_MARKS.length }, (_, set) =>
  CALL_MARKS.filter((_mark, place) => Math.floor(set / 2 ** place) % 2 === 1),
);

/** Calls with a set of marks, by the month of their start. */
const markedPartition = (at: number, marks: readonly CallMark[]): string =>
  `marked-${callsPartition(at)}#${CALL_MARKS.filter((mark) => marks.includes(mark)).join('+')}`;

/** Return the partitions of all calls of a month that have a mark. */
export const markedPartitions = (at: number, mark: CallMark): string[] =>
  MARK_SETS.filter((marks) => marks.includes(mark)).map((marks) => markedPartition(at, marks));

/**
 * A call is in the list of its month, with marks in the list of these marks, and, when it needs no timer any
 * more, in the list of its case.
 */
function indexOfCall(call: Call, shard: number): Record<string, string> {
  const { id, startedAt, marks = [], caseRef, nextDueAt } = call;
  const began = isoInstant(startedAt);
  return {
    ownerPartition: callsPartition(startedAt),
    ownerSort: `${began}#${id}`,
    ...(marks.length > 0 && {
      assigneePartition: markedPartition(startedAt, marks),
      assigneeSort: `${began}#${id}`,
    }),
    ...timerOf(call, 'call', shard),
    ...(nextDueAt === undefined &&
      caseRef !== undefined && { listPartition: callsAboutPartition(caseRef), listSort: `${began}#${id}` }),
  };
}

/** Add the entry of the list of work to a sort value. */
const withWork = (sort: string, entry: WorkEntry | undefined): string =>
  entry === undefined ? sort : `${sort}#${workTail(entry)}`;

/**
 * An open or resolved case is where its timer is due, and in the list of work. A closed one is in the list of its
 * department, and in that of the work that ended.
 */
function deskOfCase(state: Case, shard: number, changed: ChangedAt): Record<string, string> {
  const { id, department, nextDueAt: dueAt, closing, openedAt, level } = state;
  const queue = queueStateOf(state);
  const entry = workOfCase(state);
  if (queue === 'closed')
    return {
      duePartition: ENDED_WORK,
      dueSort: changeSort(changed, { id, entry }),
      listPartition: donePartition(department),
      listSort: withWork(doneSort(closing?.at ?? openedAt, id), entry),
    };
  const isActive = queue === 'active';
  const exhausted = isActive && level > 0;
  return {
    duePartition: livePartition(shard),
    dueSort: liveSort({ dueAt, kind: isActive ? 'open-case' : 'resolved-case', id, exhausted }),
    listPartition: workPartition(shard),
    listSort: changeSort(changed, { id, entry }),
  };
}

/** An active case is with its assignee, or waits in its department. A waiting case keeps its place. */
function assigneeOfCase(state: Case): Record<string, string> {
  const { assignee, department, status } = state;
  if (isActive(status) && assignee !== undefined)
    return { assigneePartition: assignedPartition(assignee), assigneeSort: turnOf(state) };
  return waitsForAssignee(state)
    ? { assigneePartition: waitingPartition(department), assigneeSort: waitingSort(state) }
    : {};
}

/** A case with a district is in the list of its district and category, by its opening. */
function placeOfCase({ id, place, category, openedAt }: Case): Record<string, string> {
  if (place?.district === undefined) return {};
  return {
    placePartition: placePartition(place.district, category),
    placeSort: `${isoInstant(openedAt)}#${id}`,
  };
}

/**
 * An outgoing call is in the list of its purpose, as cases are in that of their department. An erased one is not
 * in the beneficiary's list.
 */
function indexOfCallOut(callOut: CallOut, shard: number, changed: ChangedAt): Record<string, string> {
  const { id, purpose, state, nextDueAt, beneficiaryId, plannedAt, erasedAt } = callOut;
  const entry = workOfCall(callOut);
  const desk =
    state.is === 'finished'
      ? {
          ...(isWork(callOut) && { duePartition: ENDED_WORK, dueSort: changeSort(changed, { id }) }),
          listPartition: calledPartition(purpose),
          listSort: doneSort(state.at, id),
        }
      : {
          ...timerOf(callOut, 'call-out', shard),
          ...(entry && {
            assigneePartition: PROMISED_CALLS,
            assigneeSort: changeSort(changed, { id, entry }),
          }),
          listPartition: callsOutPartition(purpose, shard),
          listSort: listSort({ dueAt: nextDueAt, id }),
        };
  if (erasedAt !== undefined) return desk;
  return {
    ownerPartition: callsToPartition(beneficiaryId),
    ownerSort: `${isoInstant(plannedAt)}#${id}`,
    ...desk,
  };
}

/** A task is in the list of its kind by its opening, and in the list of work or of the work that ended. */
function indexOfTask(task: Task, changed: ChangedAt): Record<string, string> {
  const { id, kind, openedAt } = task;
  const entry = workOfTask(task);
  const sort = changeSort(changed, { id, entry });
  return {
    ...(entry
      ? { assigneePartition: PROMISED_CALLS, assigneeSort: sort }
      : { duePartition: ENDED_WORK, dueSort: sort }),
    listPartition: tasksPartition(kind),
    listSort: `${isoInstant(openedAt)}#${id}`,
  };
}

/**
 * Return the index attributes of a state. Each sort value contains the id, so it is unique and can be a cursor.
 * @param changed the last change of its entry in the list of work
 */
export function indexKeys<K extends Kind>(
  kind: K,
  stored: Aggregates[K],
  shards: number,
  changed: ChangedAt = UNKNOWN_CHANGE,
): Record<string, string> {
  const shard = shardOf(stored.id, shards);
  if (kind === 'task') return indexOfTask(stored as Task, changed);
  if (isUntimed(kind)) return {};
  if (kind === 'call') return indexOfCall(stored as Call, shard);
  if (kind === 'call-out') return indexOfCallOut(stored as CallOut, shard, changed);
  if (kind !== 'case') return timerOf(stored as Timed, kind as 'digest' | 'staff', shard);
  const state = stored as Case;
  // No index leads from a beneficiary to an erased case, and it never comes due. Its reference tells readers of the
  // list of work that it is gone.
  if (state.erased) return { duePartition: ENDED_WORK, dueSort: changeSort(changed, { id: state.id }) };
  return {
    ownerPartition: beneficiaryPartition(state.beneficiary.id),
    ownerSort: `${isoInstant(state.openedAt)}#${state.id}`,
    ...placeOfCase(state),
    ...deskOfCase(state, shard, changed),
    ...assigneeOfCase(state),
  };
}
