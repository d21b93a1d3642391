import type { Call } from '#shared/domain/telephone/call.ts';
import { DAY, isoInstant } from '#shared/domain/time/instant.ts';
import type { CallSpan, Page, PageRequest } from '#shared/ports/store.ts';
import { callsAboutPartition, callsPartition, isMarked } from './index-keys.ts';
import { type IndexReader, statePage } from './listing.ts';

/** Return the partitions of the months that a range of time touches. */
function monthsOf({ from, until }: CallSpan): string[] {
  const months = new Set<string>();
  for (let at = from; at < until; at += DAY) months.add(callsPartition(at));
  return [...months.add(callsPartition(Math.max(from, until - 1)))];
}

/**
 * Return the calls that began within a range, newest first. A mark filters the entries before any state is
 * read.
 */
export function callsIn(reader: IndexReader, span: CallSpan, page: PageRequest): Promise<Page<Call>> {
  const { from, until, only } = span;
  return statePage<'call'>(
    reader,
    {
      index: 'owner',
      partitions: monthsOf(span),
      order: 'descending',
      // A sort value continues after its instant, so a call that began exactly at `from` is above this bound.
      within: { above: isoInstant(from), below: isoInstant(until) },
      ...(only !== undefined && { shows: (sort: string) => isMarked(sort, only) }),
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
