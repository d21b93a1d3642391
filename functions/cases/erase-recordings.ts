import type { Call } from '#shared/domain/telephone/call.ts';
import { callSummary } from '#shared/domain/telephone/call-summary.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import { pagesOf } from '#shared/ports/pages.ts';
import type { Commit, Store } from '#shared/ports/store.ts';

export interface EraseRecordingsDeps {
  readonly store: Store;
  /** The store of call recordings. */
  readonly recordings: Pick<BlobStore, 'remove'>;
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

/** Delete the recordings of the calls about a case. The call records stay and contain no personal data. */
export async function eraseRecordings(
  { store, recordings }: EraseRecordingsDeps,
  { caseRef, because }: { readonly caseRef: string; readonly because: 'request' | 'age' },
  [opening]: readonly Commit[],
): Promise<void> {
  const remove = async (call: Call): Promise<void> => {
    if (because === 'age' && !(await isOnlyAbout(store, call, caseRef))) return;
    const recorded = callSummary(call).legs.flatMap((leg) => leg.recordings);
    await recordings.remove(
      recorded.flatMap(({ key, transcript }) => [key, ...(transcript ? [transcript] : [])]),
    );
  };
  // The call that opened the case may still be active, and is then missing among the ended calls.
  const origin = opening && (await store.load('call', opening.correlationId));
  if (origin) await remove(origin);
  for await (const calls of pagesOf((page) => store.callsAbout(caseRef, page), PAGE))
    for (const call of calls) await remove(call);
}
