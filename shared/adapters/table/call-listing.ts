import type { Call } from '#shared/domain/telephone/call.ts';
import { DAY, isoInstant } from '#shared/domain/time/instant.ts';
import type { CallSpan, Page, PageRequest } from '#shared/ports/store.ts';
import { callsAboutPartition, callsPartition, markedPartitions } from './index-keys.ts';
import { type IndexReader, statePage } from './listing.ts';

/** Return the partitions of the months that a range of time touches. */
function partitionsOf({ from, until, only }: CallSpan): string[] {
  const partitions = new Set<string>();
  for (let at = from; at < until + DAY; at += DAY) {
    const within = Math.max(from, Math.min(at, until - 1));
    const ofMonth = only === undefined ? [callsPartition(within)] : markedPartitions(within, only);
    for (const partition of ofMonth) partitions.add(partition);
  }
  return [...partitions];
}

/** Return the calls that began within a range, newest first. With a mark, only calls with it are read. */
export function callsIn(reader: IndexReader, span: CallSpan, page: PageRequest): Promise<Page<Call>> {
  const { from, until, only } = span;
  return statePage<'call'>(
    reader,
    {
      index: only === undefined ? 'owner' : 'assignee',
      partitions: partitionsOf(span),
      order: 'descending',
      // A sort value continues after its instant, so a call that began exactly at `from` is above this bound.
      within: { above: isoInstant(from), below: isoInstant(until) },
    },
    page,
    ({ startedAt, marks = [] }) =>
      startedAt >= from && startedAt < until && (only === undefined || marks.includes(only)),
  );
}

/** Return the calls about a case whose end was published, newest first. */
export const callsAbout = (reader: IndexReader, caseRef: string, page: PageRequest): Promise<Page<Call>> =>
  statePage<'call'>(
    reader,
    { index: 'list', partitions: [callsAboutPartition(caseRef)], order: 'descending' },
    page,
    (call) => call.caseRef === caseRef,
  );
