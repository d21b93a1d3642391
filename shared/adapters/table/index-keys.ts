import { hash } from 'node:crypto';
import type { Priority } from '#events/vocabulary.ts';
import type { Call } from '#shared/domain/call/call.ts';
import { type Case, isActive } from '#shared/domain/case/case.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { Heads, Kind, QueueState } from '#shared/ports/store.ts';

const RANK: Readonly<Record<Priority, number>> = { urgent: 0, high: 1, normal: 2, low: 3 };

export const beneficiaryPartition = (id: string): string => `BEN#${id}`;
export const duePartition = (shard: number): string => `DUE#${shard}`;

/** Cases at work lie apart; resolved and closed ones lie together, so that closing moves no entry. */
export const queuePartition = (department: string, state: QueueState): string =>
  `Q#${department}#${state === 'active' ? 'active' : 'done'}`;

export const queueStateOf = ({ status }: Case): QueueState =>
  status === 'resolved' || status === 'closed' ? status : 'active';

/** The shard whose due partition holds a case or call. */
export const shardOf = (id: string, shards: number): number =>
  shards === 1 ? 0 : Number.parseInt(hash('sha256', id).slice(0, 8), 16) % shards;

const doneAt = ({ resolution, closing, openedAt }: Case): number => resolution?.at ?? closing?.at ?? openedAt;

const due = ({ id, nextDueAt }: Case | Call, shards: number): Record<string, string> =>
  nextDueAt === undefined ? {} : { dp: duePartition(shardOf(id, shards)), ds: isoInstant(nextDueAt) };

/**
 * The index attributes of a head. Those of the queue do not move with the due time: the sort value
 * is priority and age at work, and afterwards the instant at which the work was done.
 */
export function indexKeys<K extends Kind>(kind: K, head: Heads[K], shards: number): Record<string, string> {
  if (kind === 'call') return due(head, shards);
  const state = head as Case;
  return {
    bp: beneficiaryPartition(state.beneficiary.id),
    bs: isoInstant(state.openedAt),
    qp: queuePartition(state.department, queueStateOf(state)),
    qs: isActive(state.status)
      ? `${RANK[state.priority]}#${isoInstant(state.openedAt)}`
      : isoInstant(doneAt(state)),
    ...due(state, shards),
  };
}
