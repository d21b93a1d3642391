import type { CallPurpose } from '#events/vocabulary.ts';
import { isoInstant } from '#shared/domain/time/instant.ts';
import type { WorkEntry } from '#shared/domain/work-list/work-entry.ts';
import {
  ASIDE_SHOWN_MS,
  selectWork,
  type WorkPage,
  type WorkQuery,
} from '#shared/domain/work-list/work-query.ts';
import { callsOutPartition, casesPartition, donePartition } from './index-keys.ts';
import type { IndexPosition, PositionReader, Stretch } from './places.ts';
import { workAt } from './work-sort.ts';

/** Places read in one query. DynamoDB answers with at most one megabyte, which is fewer. */
const AT_ONCE = 5_000;

const CALLED: readonly CallPurpose[] = ['follow-up', 'investor'];

/** Read all places of a partition above a sort value. */
async function allOf(reader: PositionReader, partition: string, from?: string): Promise<IndexPosition[]> {
  const all: IndexPosition[] = [];
  for (let above = from; ; above = all.at(-1)?.sort) {
    const stretch: Stretch = { index: 'list', partition, order: 'ascending', limit: AT_ONCE };
    const page = await reader.positions({ ...stretch, ...(above !== undefined && { above }) });
    all.push(...page);
    if (page.length < AT_ONCE) return all;
  }
}

/**
 * Return a page of work from the keys of the lists. It reads the keys of every piece of work in the state, because
 * its counts are exact for any filter; the states are not read.
 * @param departments the departments of the settings
 */
export async function workOf(
  reader: PositionReader,
  shards: number,
  departments: readonly string[],
  query: WorkQuery,
): Promise<WorkPage> {
  const wanted = query.department === undefined ? departments : [query.department];
  const sharded = (partition: (shard: number) => string): string[] =>
    Array.from({ length: shards }, (_, shard) => partition(shard));
  const { state } = query;
  const open = state === 'active' || state === 'resolved' ? state : undefined;
  const whole = open
    ? wanted.flatMap((department) => sharded((shard) => casesPartition(department, open, shard)))
    : wanted.map(donePartition);
  const calls =
    state === 'active' && query.department === undefined
      ? CALLED.flatMap((purpose) => sharded((shard) => callsOutPartition(purpose, shard)))
      : [];
  const aside = state === 'active' && query.beside.length > 0 ? wanted.map(donePartition) : [];
  const since = isoInstant(query.now - ASIDE_SHOWN_MS);
  const found = await Promise.all([
    ...[...whole, ...calls].map((partition) => allOf(reader, partition)),
    ...aside.map((partition) => allOf(reader, partition, since)),
  ]);
  // An entry that moves while it is read may be at two places. The later one is the newer state.
  const entries = new Map<string, WorkEntry>();
  for (const entry of found.flat().flatMap((place) => workAt(place) ?? [])) entries.set(entry.id, entry);
  return selectWork([...entries.values()], query);
}
