import type { CallPurpose } from '#events/vocabulary.ts';
import type { CallOut } from '#shared/domain/outreach/call-out.ts';
import type { CallOutListing, Page, PageRequest } from '#shared/ports/store.ts';
import { calledPartition, callsOutPartition, callsToPartition } from './index-keys.ts';
import { type IndexReader, statePage } from './listing.ts';
import type { Lane } from './places.ts';

const laneOf = (purpose: CallPurpose, state: CallOutListing, shards: number): Lane => {
  if (state === 'finished')
    return { index: 'list', partitions: [calledPartition(purpose)], order: 'descending' };
  const partitions = Array.from({ length: shards }, (_, shard) => callsOutPartition(purpose, shard));
  return { index: 'list', partitions, order: 'ascending' };
};

/**
 * Return the outgoing calls of a purpose: live ones by their next timer, finished ones with the latest first.
 */
export const callsOutOf = (
  reader: IndexReader,
  shards: number,
  purpose: CallPurpose,
  state: CallOutListing,
  page: PageRequest,
): Promise<Page<CallOut>> =>
  statePage<'call-out'>(
    reader,
    laneOf(purpose, state, shards),
    page,
    (found) => found.purpose === purpose && (found.state.is === 'finished') === (state === 'finished'),
  );

/** Return the outgoing calls to a beneficiary, newest first. */
export const callsOutToOf = (
  reader: IndexReader,
  beneficiaryId: string,
  page: PageRequest,
): Promise<Page<CallOut>> =>
  statePage<'call-out'>(
    reader,
    { index: 'owner', partitions: [callsToPartition(beneficiaryId)], order: 'descending' },
    page,
    (found) => found.erasedAt === undefined && found.beneficiaryId === beneficiaryId,
  );
