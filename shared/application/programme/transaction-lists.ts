import type { Actor } from '#events/vocabulary.ts';
import { updateAggregate } from '#shared/application/update-aggregate.ts';
import {
  expiredLists,
  FRAME,
  listBlobs,
  type TransactionList,
  withList,
} from '#shared/domain/outreach/frame.ts';
import type { BlobStore } from '#shared/ports/outside.ts';
import type { Store } from '#shared/ports/store.ts';
import { causeId } from '#shared/runtime/ids.ts';

export interface ListDeps {
  readonly store: Store;
  readonly blobs: BlobStore;
}

/** One piece of a file, in the order of the file. */
export interface ListPiece {
  readonly id: string;
  readonly name: string;
  /** From 0. */
  readonly number: number;
  readonly bytes: Uint8Array;
  /** No piece follows. */
  readonly isLast: boolean;
  readonly by: Actor;
  readonly now: number;
}

const LONGEST_NAME = 120;

/** Store the change of a list. The values are absolute, so that a repeat changes nothing. */
export async function updateList(
  { store }: Pick<ListDeps, 'store'>,
  id: string,
  { by, now, step }: { readonly by: Actor; readonly now: number; readonly step: string },
  decide: (list: TransactionList | undefined) => TransactionList | undefined,
): Promise<TransactionList | undefined> {
  let after: TransactionList | undefined;
  const done = await updateAggregate(
    store,
    { kind: 'frame', id: FRAME, cause: causeId(`list:${id}:${step}`), by, at: now, recordedAt: now },
    (frame) => {
      const before = frame?.lists.find((one) => one.id === id);
      after = decide(before) ?? before;
      return after === undefined || after === before
        ? undefined
        : { state: withList(frame, after, now), events: [] };
    },
  );
  // A repeated step was carried out before.
  return done.outcome === 'duplicate' ? done.state.lists.find((one) => one.id === id) : after;
}

/** Remove the rows of lists that no week asks about any more. */
async function removeExpired({ store, blobs }: ListDeps, now: number): Promise<void> {
  const expired = expiredLists(await store.load('frame', FRAME), now);
  if (expired.length > 0) await blobs.remove(expired.map(({ id }) => listBlobs(id).all));
}

/**
 * Store a piece of a file. Pieces arrive in order, and a repeated one is stored once. A piece after a gap, or of a list
 * that is read already, is rejected: undefined.
 */
export async function receivePiece(
  deps: ListDeps,
  { id, name, number, bytes, isLast, by, now }: ListPiece,
): Promise<TransactionList | undefined> {
  const frame = await deps.store.load('frame', FRAME);
  const earlier = frame?.lists.find((one) => one.id === id);
  const received = earlier?.chunks ?? 0;
  if (number > received || (earlier && earlier.state !== 'receiving')) return undefined;
  if (number === 0) await removeExpired(deps, now);
  if (number === received)
    await deps.blobs.put(listBlobs(id).chunk(number), bytes, 'application/octet-stream');
  return updateList(deps, id, { by, now, step: `piece ${number} ${isLast}` }, (before) => {
    const list: TransactionList = before ?? {
      ...{ id, name: name.slice(0, LONGEST_NAME), by, at: now, state: 'receiving', chunks: 0 },
      ...{ parts: 0, issueParts: 0, rows: 0, good: 0, bad: 0 },
    };
    if (list.state !== 'receiving' || number > list.chunks) return undefined;
    return { ...list, chunks: Math.max(list.chunks, number + 1), state: isLast ? 'reading' : 'receiving' };
  });
}

/** Stop a list that is not read whole, and remove its rows. */
export async function cancelList(
  deps: ListDeps,
  id: string,
  { by, now }: { readonly by: Actor; readonly now: number },
): Promise<TransactionList | undefined> {
  const list = await updateList(deps, id, { by, now, step: 'cancel' }, (before) =>
    before && (before.state === 'receiving' || before.state === 'reading')
      ? { ...before, state: 'cancelled' }
      : undefined,
  );
  if (list?.state === 'cancelled') await deps.blobs.remove([listBlobs(id).all]);
  return list;
}
