import type { RidaEvent } from '#events/registry.ts';
import type { Publisher, WorkQueue } from '#shared/ports/outside.ts';
import type { CommitPlace, CommitRecord } from '#shared/ports/store.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import type { CommitSetAside, StreamOutcome } from '#shared/runtime/function.ts';

export interface RelayDeps {
  readonly publisher: Publisher;
  /** The queue of commits that are published later, after a repair. */
  readonly aside: WorkQueue<CommitPlace>;
}

type Prepared =
  | { readonly record: CommitRecord; readonly events: readonly RidaEvent[] }
  | { readonly record: CommitRecord; readonly cannot: CommitSetAside };

function prepare(record: CommitRecord): Prepared {
  const { place } = record;
  if ('unreadable' in record)
    return { record, cannot: { place, reason: 'unreadable', error: record.unreadable } };
  try {
    return { record, events: toEnvelopes(record.commit) };
  } catch (error) {
    return { record, cannot: { place, reason: 'breaks-contract', error } };
  }
}

/**
 * Publish the events of commits on the bus, in order. Return the commits to retry; consumers detect repeated
 * events by their ids. Set a commit aside that no retry can publish, and continue with the next one.
 */
export async function relay(
  { publisher, aside }: RelayDeps,
  records: readonly CommitRecord[],
): Promise<StreamOutcome> {
  const prepared = records.map(prepare);
  const setAside = prepared.flatMap((one) => ('cannot' in one ? [one.cannot] : []));
  const readable = prepared.flatMap((one) => ('events' in one ? [one] : []));
  const all = readable.flatMap(({ events }) => events);
  const unpublished = all.length === 0 ? { failed: [], rejected: [] } : await publisher.publish(all);
  const [rejected, failed] = [new Set(unpublished.rejected), new Set(unpublished.failed)];
  const retry: CommitRecord[] = [];
  for (const { record, events } of readable) {
    if (events.some(({ id }) => rejected.has(id)))
      setAside.push({ place: record.place, reason: 'rejected-by-bus' });
    else if (events.some(({ id }) => failed.has(id))) retry.push(record);
  }
  if (setAside.length > 0) await aside.send(setAside.map(({ place }) => place));
  return { failed: retry, setAside };
}
