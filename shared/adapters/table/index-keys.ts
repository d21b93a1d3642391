import { hash } from 'node:crypto';
import type { Case } from '#shared/domain/case/case.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Heads, Kind, QueueState } from '#shared/ports/store.ts';
import { doneSort, type LiveLetter, liveSort } from './desk-sort.ts';

export const beneficiaryPartition = (id: string): string => `BEN#${id}`;
/** What is live, cases at work, resolved ones and whatever else has a timer together, so that a case moves one entry a step. */
export const livePartition = (shard: number): string => `DUE#${shard}`;
/** Closed cases never come due, so each department's lie by themselves. */
export const donePartition = (department: string): string => `DONE#${department}`;

export const queueStateOf = ({ status }: Case): QueueState =>
  status === 'resolved' || status === 'closed' ? status : 'active';

/** The shard whose desk partitions hold a head. */
export const shardOf = (id: string, shards: number): number =>
  shards === 1 ? 0 : Number.parseInt(hash('sha256', id).slice(0, 8), 16) % shards;

interface Timed {
  readonly id: string;
  readonly nextDueAt?: number;
}

/** What is no case is live only while it has a timer. */
const timerOf = ({ id, nextDueAt }: Timed, letter: LiveLetter, shard: number): Record<string, string> =>
  nextDueAt === undefined
    ? {}
    : { dp: livePartition(shard), ds: liveSort({ dueAt: nextDueAt, letter, department: '', id }) };

const LETTER: Readonly<Record<Exclude<Kind, 'case' | 'person'>, LiveLetter>> = {
  call: 'c',
  digest: 'd',
  staff: 'g',
};

function deskOfCase(state: Case, shard: number): Record<string, string> {
  const { id, department, nextDueAt, closing, openedAt, level } = state;
  const queue = queueStateOf(state);
  return queue === 'closed'
    ? { dp: donePartition(department), ds: doneSort(closing?.at ?? openedAt, id) }
    : {
        dp: livePartition(shard),
        ds: liveSort({
          dueAt: nextDueAt,
          letter: queue === 'active' ? 'a' : 'r',
          department,
          id,
          exhausted: queue === 'active' && level > 0,
        }),
      };
}

/** The index attributes of a head. Sort values are unique by the id at their end: each is a cursor. */
export function indexKeys<K extends Kind>(kind: K, head: Heads[K], shards: number): Record<string, string> {
  const shard = shardOf(head.id, shards);
  if (kind === 'person') return {};
  if (kind !== 'case') return timerOf(head as Timed, LETTER[kind], shard);
  const state = head as Case;
  // Nothing leads from a person to what was theirs, and nothing is ever due of it.
  if (state.erased) return {};
  return {
    bp: beneficiaryPartition(state.beneficiary.id),
    bs: `${isoInstant(state.openedAt)}#${state.id}`,
    ...deskOfCase(state, shard),
  };
}
