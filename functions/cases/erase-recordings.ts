import type { Call } from '#shared/domain/telephone/call.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import type { Recording } from '#shared/domain/telephone/leg-facts.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { Commit, Store } from '#shared/ports/store.ts';

export interface EraseRecordingsDeps {
  readonly store: Store;
  /** The store of call recordings. */
  readonly recordings: Pick<BlobStore, 'remove'>;
}

/** The erasure of a case. */
interface RecordingsErasure {
  readonly caseRef: string;
  readonly because: 'request' | 'age';
  /** The call whose recordings were reported after the erasure, if it is one. */
  readonly correlationId: string;
}

const PAGE = 100;

/**
 * Return whether a call is about this case only. With erasure by age, the recording of a call about several
 * cases stays while one of them stays.
 */
async function isOnlyAbout(store: Store, call: Call, caseRef: string): Promise<boolean> {
  const others = callSummary(call).caseRefs.filter((ref) => ref !== caseRef);
  const cases = await Promise.all(others.map((ref) => store.load('case', ref)));
  return cases.every((one) => one === undefined || one.erased !== undefined);
}

/**
 * Return whether a recording is of a person who returned: it began after the erasure, and a case that is not erased
 * is about its call.
 */
const isOfLater = ({ startedAt }: Recording, erasedAt: number, isOnlyOurs: boolean): boolean =>
  !isOnlyOurs && startedAt !== undefined && startedAt > erasedAt;

/** Delete the recordings of the calls about a case. The call records stay and contain no personal data. */
export async function eraseRecordings(
  { store, recordings }: EraseRecordingsDeps,
  { caseRef, because, correlationId }: RecordingsErasure,
  [opening]: readonly Commit[],
): Promise<void> {
  const remove = async (call: Call): Promise<void> => {
    const isOnlyOurs = await isOnlyAbout(store, call, caseRef);
    if (because === 'age' && !isOnlyOurs) return;
    const recorded = callSummary(call)
      .legs.flatMap((leg) => leg.recordings)
      .filter((recording) => !isOfLater(recording, erasedAt, isOnlyOurs));
    await recordings.remove(
      recorded.flatMap(({ key, transcript }) => [key, ...(transcript ? [transcript] : [])]),
    );
  };
  const erasedAt = (await store.load('case', caseRef))?.erased?.at ?? Number.POSITIVE_INFINITY;
  // The call that opened the case may still be active, and is then missing among the ended calls.
  const origin = opening && (await store.load('call', opening.correlationId));
  if (origin) await remove(origin);
  const cause = await store.load('call', correlationId);
  if (cause && callSummary(cause).caseRefs.includes(caseRef)) await remove(cause);
  for await (const calls of pagesOf((page) => store.callsAbout(caseRef, page), PAGE))
    for (const call of calls) await remove(call);
}
