import type { CallPurpose } from '#events/vocabulary.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { CallOutListing, Page, PageRequest } from '#shared/ports/store.ts';
import { isLive } from './desk-sort.ts';
import { calledPartition, callsToPartition, livePartition } from './index-keys.ts';
import { headPage, type IndexReader } from './listing.ts';
import type { Lane } from './places.ts';

const laneOf = (purpose: CallPurpose, state: CallOutListing, shards: number): Lane => {
  if (state === 'finished')
    return { index: 'desk', partitions: [calledPartition(purpose)], order: 'descending' };
  const partitions = Array.from({ length: shards }, (_, shard) => livePartition(shard));
  const shows = (sort: string): boolean => isLive(sort, 'o', purpose);
  return { index: 'desk', partitions, order: 'ascending', shows };
};

/** The calls out of a purpose: live by their next timer, finished the latest first. */
export const callsOutOf = (
  reader: IndexReader,
  shards: number,
  purpose: CallPurpose,
  state: CallOutListing,
  page: PageRequest,
): Promise<Page<CallOut>> =>
  headPage<'call-out'>(
    reader,
    laneOf(purpose, state, shards),
    page,
    (found) => found.purpose === purpose && (found.state.is === 'finished') === (state === 'finished'),
  );

/** The calls out to a beneficiary, newest first. */
export const callsOutToOf = (
  reader: IndexReader,
  beneficiaryId: string,
  page: PageRequest,
): Promise<Page<CallOut>> =>
  headPage<'call-out'>(
    reader,
    { index: 'beneficiary', partitions: [callsToPartition(beneficiaryId)], order: 'descending' },
    page,
    (found) => found.erasedAt === undefined && found.beneficiaryId === beneficiaryId,
  );
