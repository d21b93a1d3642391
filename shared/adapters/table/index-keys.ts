import { hash } from 'node:crypto';
import type { CallPurpose } from '#events/vocabulary.ts';
import type { Case } from '#shared/domain/cases/case.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { Call, CallMark } from '#shared/domain/telephone/call.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Aggregates, Kind, QueueState } from '#shared/ports/store.ts';
import { doneSort, type LiveKind, liveSort } from './due-sort.ts';

export const beneficiaryPartition = (id: string): string => `beneficiary#${id}`;
/** What is live, cases at work, resolved ones and whatever else has a timer together, so that a case moves one entry a step. */
export const livePartition = (shard: number): string => `due#${shard}`;
/** Closed cases never come due, so each department's lie by themselves. */
export const donePartition = (department: string): string => `closed-cases#${department}`;

/** Calls out that ended, of each purpose by themselves. */
export const calledPartition = (purpose: CallPurpose): string => `finished-calls-out#${purpose}`;
/** The calls out to a beneficiary; not among their cases, which are listed by themselves. */
export const callsToPartition = (id: string): string => `calls-out-to#${id}`;

export const queueStateOf = ({ status }: Case): QueueState =>
  status === 'resolved' || status === 'closed' ? status : 'active';

/** The shard whose partition of the due index holds an aggregate. */
export const shardOf = (id: string, shards: number): number =>
  shards === 1 ? 0 : Number.parseInt(hash('sha256', id).slice(0, 8), 16) % shards;

interface Timed {
  readonly id: string;
  readonly nextDueAt?: number;
}

/** What is no case is live only while it has a timer. */
const timerOf = ({ id, nextDueAt }: Timed, kind: LiveKind, shard: number): Record<string, string> =>
  nextDueAt === undefined
    ? {}
    : {
        duePartition: livePartition(shard),
        dueSort: liveSort({ dueAt: nextDueAt, kind, department: '', id }),
      };

/** Calls lie by the month in which they began, so that a day or a week of them is one stretch. */
export const callsPartition = (at: number): string => `calls#${isoInstant(at).slice(0, 'YYYY-MM'.length)}`;
/** Calls that are over, by the case they were about. */
export const callsAboutPartition = (caseRef: string): string => `calls-about#${caseRef}`;

/** Whether a call's sort value bears a mark. */
export const isMarked = (sort: string, mark: CallMark): boolean =>
  sort.split('#')[1]?.split('+').includes(mark) ?? false;

/** A call is in the list of its month, and among the calls about its case once it needs no timer. */
function indexOfCall(call: Call, shard: number): Record<string, string> {
  const { id, startedAt, marks = [], caseRef, nextDueAt } = call;
  const began = isoInstant(startedAt);
  return {
    ownerPartition: callsPartition(startedAt),
    ownerSort: [began, marks.join('+'), id].join('#'),
    ...(nextDueAt === undefined && caseRef !== undefined
      ? { duePartition: callsAboutPartition(caseRef), dueSort: `${began}#${id}` }
      : timerOf(call, 'call', shard)),
  };
}

function deskOfCase(state: Case, shard: number): Record<string, string> {
  const { id, department, nextDueAt, closing, openedAt, level } = state;
  const queue = queueStateOf(state);
  return queue === 'closed'
    ? { duePartition: donePartition(department), dueSort: doneSort(closing?.at ?? openedAt, id) }
    : {
        duePartition: livePartition(shard),
        dueSort: liveSort({
          dueAt: nextDueAt,
          kind: queue === 'active' ? 'open-case' : 'resolved-case',
          department,
          id,
          exhausted: queue === 'active' && level > 0,
        }),
      };
}

/** A call out is live under its purpose, as cases are under their department; erased, nothing leads to it from a person. */
function indexOfCallOut(callOut: CallOut, shard: number): Record<string, string> {
  const { id, purpose, state, nextDueAt, beneficiaryId, plannedAt, erasedAt } = callOut;
  const desk =
    state.is === 'finished'
      ? { duePartition: calledPartition(purpose), dueSort: doneSort(state.at, id) }
      : {
          duePartition: livePartition(shard),
          dueSort: liveSort({ dueAt: nextDueAt, kind: 'call-out', department: purpose, id }),
        };
  if (erasedAt !== undefined) return desk;
  return {
    ownerPartition: callsToPartition(beneficiaryId),
    ownerSort: `${isoInstant(plannedAt)}#${id}`,
    ...desk,
  };
}

/** The index attributes of a state. Sort values are unique by the id at their end: each is a cursor. */
export function indexKeys<K extends Kind>(
  kind: K,
  stored: Aggregates[K],
  shards: number,
): Record<string, string> {
  const shard = shardOf(stored.id, shards);
  if (kind === 'person' || kind === 'lines') return {};
  if (kind === 'call') return indexOfCall(stored as Call, shard);
  if (kind === 'call-out') return indexOfCallOut(stored as CallOut, shard);
  if (kind !== 'case') return timerOf(stored as Timed, kind as 'digest' | 'staff', shard);
  const state = stored as Case;
  // Nothing leads from a person to what was theirs, and nothing is ever due of it.
  if (state.erased) return {};
  return {
    ownerPartition: beneficiaryPartition(state.beneficiary.id),
    ownerSort: `${isoInstant(state.openedAt)}#${state.id}`,
    ...deskOfCase(state, shard),
  };
}
