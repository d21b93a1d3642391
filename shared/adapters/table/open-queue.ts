import type { Case } from '#shared/domain/cases/case.ts';
import type { Page, PageRequest, QueueState } from '#shared/ports/store.ts';
import { liveIdOf } from './due-sort.ts';
import { livePartition, queueStateOf, workPartition } from './index-keys.ts';
import { type IndexReader, statePage } from './listing.ts';
import { allPositions } from './places.ts';
import { changeAt } from './work-sort.ts';

interface OpenQueue {
  readonly department: string;
  readonly state: Exclude<QueueState, 'closed'>;
}

const each = <T>(shards: number, of: (shard: number) => T): T[] =>
  Array.from({ length: shards }, (_, shard) => of(shard));

/**
 * Return a department's open or resolved cases by their timers, for maintenance: it reads the places of all open work,
 * and the states of this department. Pages of people ask for the list of work.
 */
export async function openQueueOf(
  reader: IndexReader,
  shards: number,
  { department, state }: OpenQueue,
  page: PageRequest,
): Promise<Page<Case>> {
  const lists = await Promise.all(
    each(shards, (shard) => allPositions(reader, { index: 'list', partition: workPartition(shard) })),
  );
  const own = new Set(
    lists.flat().flatMap((place) => {
      const { entry } = changeAt(place);
      return entry?.department === department && entry.state === state ? [entry.id] : [];
    }),
  );
  return statePage<'case'>(
    reader,
    {
      ...{ index: 'due', partitions: each(shards, livePartition) },
      order: state === 'active' ? 'ascending' : 'descending',
      shows: (sort) => own.has(liveIdOf(sort)),
    },
    page,
    (found) => !found.erased && found.department === department && queueStateOf(found) === state,
  );
}
