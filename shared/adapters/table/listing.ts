import type { Case } from '#shared/domain/cases/case.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type {
  Aggregates,
  CaseEntry,
  CasesAt,
  ClosedEntry,
  DueEntry,
  Kind,
  Page,
  PageRequest,
} from '#shared/ports/store.ts';
import { cursorOf, sortOf } from './cursor.ts';
import { FIRST_TIMER, instantOfSort, isAtWork } from './due-sort.ts';
import {
  beneficiaryPartition,
  donePartition,
  livePartition,
  placePartition,
  queueStateOf,
} from './index-keys.ts';
import { ownerOf } from './keys.ts';
import { beyond, type IndexPosition, type Lane, type PositionReader, placesOf } from './places.ts';

/** The reader of a listing: places in an index, and the states at them. */
export interface IndexReader extends PositionReader {
  states<K extends Kind>(pks: readonly string[]): Promise<ReadonlyMap<string, Aggregates[K]>>;
}

const pageOf = <T>(found: readonly (readonly [IndexPosition, T])[], limit: number): Page<T> => {
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  const items = shown.map(([, item]) => item);
  return last && found.length > limit ? { items, cursor: cursorOf(last[0].sort) } : { items };
};

const start = ({ cursor }: PageRequest): string | undefined =>
  cursor === undefined ? undefined : sortOf(cursor);

/**
 * Return a page of a lane's states. An index may lag behind the states, so show only states that `keep`
 * accepts. Read one state more than requested to detect a next page, and none beyond it.
 */
export async function statePage<K extends Kind>(
  reader: IndexReader,
  lane: Lane,
  page: PageRequest,
  keep: (found: Aggregates[K]) => boolean,
): Promise<Page<Aggregates[K]>> {
  const found: (readonly [IndexPosition, Aggregates[K]])[] = [];
  const wanted = page.limit + 1;
  for await (const places of placesOf(reader, lane, start(page), wanted)) {
    for (let at = 0; at < places.length && found.length < wanted; ) {
      const some = places.slice(at, at + wanted - found.length);
      at += some.length;
      const states = await reader.states<K>(some.map(({ pk }) => pk));
      for (const place of some) {
        const one = states.get(place.pk);
        if (one && keep(one)) found.push([place, one]);
      }
    }
    if (found.length >= wanted) break;
  }
  return pageOf(found, page.limit);
}

/** Return the cases of a beneficiary, newest first. */
export const casesOf = (reader: IndexReader, beneficiaryId: string, page: PageRequest): Promise<Page<Case>> =>
  statePage<'case'>(
    reader,
    { index: 'owner', partitions: [beneficiaryPartition(beneficiaryId)], order: 'descending' },
    page,
    ({ beneficiary, erased }) => !erased && beneficiary.id === beneficiaryId,
  );

/** Return the cases of a beneficiary from the index alone, newest first. */
export async function entriesOf(
  reader: IndexReader,
  beneficiaryId: string,
  page: PageRequest,
): Promise<Page<CaseEntry>> {
  const positions = await reader.positions({
    index: 'owner',
    partition: beneficiaryPartition(beneficiaryId),
    order: 'descending',
    ...beyond('descending', start(page)),
    limit: page.limit + 1,
  });
  const found = positions.map(
    (position) =>
      [position, { id: ownerOf(position.pk).id, openedAt: instantOfSort(position.sort) }] as const,
  );
  return pageOf(found, page.limit);
}

/** Return the cases of a category in a district that were opened at or after an instant, newest first. */
export async function casesAtOf(
  reader: IndexReader,
  { district, category, from }: CasesAt,
  limit: number,
): Promise<readonly Case[]> {
  const places = await reader.positions({
    index: 'place',
    partition: placePartition(district, category),
    order: 'descending',
    above: isoInstant(from),
    limit,
  });
  const states = await reader.states<'case'>(places.map(({ pk }) => pk));
  return places
    .map(({ pk }) => states.get(pk))
    .filter((one) => one !== undefined)
    .filter((one) => one.place?.district === district && one.category === category && !one.erased);
}

/** Return a department's closed cases, the latest first. */
export const closedQueueOf = (
  reader: IndexReader,
  department: string,
  page: PageRequest,
): Promise<Page<Case>> =>
  statePage<'case'>(
    reader,
    { index: 'list', partitions: [donePartition(department)], order: 'descending' },
    page,
    (found) => !found.erased && found.department === department && queueStateOf(found) === 'closed',
  );

/** Return the entries in a shard that were due at or before an instant, earliest first. Reads no state. */
export async function dueOf(
  reader: IndexReader,
  shard: number,
  until: number,
  page: PageRequest,
): Promise<Page<DueEntry>> {
  const positions = await reader.positions({
    index: 'due',
    partition: livePartition(shard),
    order: 'ascending',
    above: FIRST_TIMER,
    ...beyond('ascending', start(page)),
    below: isoInstant(until + 1),
    limit: page.limit + 1,
  });
  const found = positions.map(
    (position) =>
      // Persons have no timer, so there are none in this index.
      [position, { ...(ownerOf(position.pk) as DueEntry), dueAt: instantOfSort(position.sort) }] as const,
  );
  return pageOf(found, page.limit);
}

/** Return the active cases in a shard, by due time. */
export const liveOf = (reader: IndexReader, shard: number, page: PageRequest): Promise<Page<Case>> =>
  statePage<'case'>(
    reader,
    { index: 'due', partitions: [livePartition(shard)], order: 'ascending', shows: isAtWork },
    page,
    (found) => queueStateOf(found) === 'active',
  );

/** Return a department's cases that were closed before an instant, oldest first. Reads no state. */
export async function closedBeforeOf(
  reader: IndexReader,
  department: string,
  before: number,
  page: PageRequest,
): Promise<Page<ClosedEntry>> {
  const positions = await reader.positions({
    index: 'list',
    partition: donePartition(department),
    order: 'ascending',
    ...beyond('ascending', start(page)),
    below: isoInstant(before),
    limit: page.limit + 1,
  });
  const found = positions.map(
    (position) =>
      [position, { id: ownerOf(position.pk).id, closedAt: instantOfSort(position.sort) }] as const,
  );
  return pageOf(found, page.limit);
}
