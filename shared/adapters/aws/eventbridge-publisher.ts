import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import type { RidaEvent } from '#events/registry.ts';
import type { Publisher, Unpublished } from '#shared/ports/outside.ts';
import { batchesOf } from './batches.ts';

/** Limits of PutEvents (EventBridge user guide, "Calculating event entry size"). */
const LIMITS = { most: 10, bytes: 256 * 1024 };
const TIME_BYTES = 14;
/** Errors of the entry itself, which no retry can change (EventBridge API, "PutEventsResultEntry"). */
const OF_THE_ENTRY: ReadonlySet<string | undefined> = new Set(['InvalidArgument', 'MalformedDetail']);

interface Entry {
  readonly id: string;
  readonly request: PutEventsRequestEntry;
}

const entryOf = (event: RidaEvent, bus: string): Entry => ({
  id: event.id,
  request: {
    EventBusName: bus,
    Source: event.source,
    DetailType: event.type,
    Detail: JSON.stringify(event),
    Time: new Date(event.time),
  },
});

const sizeOf = ({ request: { Source = '', DetailType = '', Detail = '' } }: Entry): number =>
  TIME_BYTES + Buffer.byteLength(Source) + Buffer.byteLength(DetailType) + Buffer.byteLength(Detail);

/** Put a batch on the bus. PutEvents succeeds even when it rejected every entry, so check each result. */
async function putBatch(client: EventBridgeClient, batch: readonly Entry[]): Promise<Unpublished> {
  const Entries = batch.map(({ request }) => request);
  const answer = await client.send(new PutEventsCommand({ Entries }));
  if ((answer.FailedEntryCount ?? 0) === 0) return { failed: [], rejected: [] };
  const results = batch.map(({ id }, at) => ({ id, ...answer.Entries?.[at] }));
  const missing = results.filter(({ EventId }) => EventId === undefined);
  const { rejected = [], failed = [] } = Object.groupBy(missing, ({ ErrorCode }) =>
    OF_THE_ENTRY.has(ErrorCode) ? 'rejected' : 'failed',
  );
  return { failed: failed.map(({ id }) => id), rejected: rejected.map(({ id }) => id) };
}

/**
 * Put events on a bus in batches. An event that is too large or wrong is rejected; everything else that is not
 * on the bus failed and may be retried, such as all events of a request that failed. The other batches are
 * still sent. Throw only when every batch failed, so that the reason is not lost.
 */
export const eventBridgePublisher = (client: EventBridgeClient, bus: string): Publisher => ({
  async publish(events) {
    const entries = events.map((event) => entryOf(event, bus));
    const fits = (entry: Entry): boolean => sizeOf(entry) <= LIMITS.bytes;
    const rejected = entries.filter((entry) => !fits(entry)).map(({ id }) => id);
    const batches = batchesOf(entries.filter(fits), sizeOf, LIMITS);
    const failed: string[] = [];
    const reasons: unknown[] = [];
    for (const batch of batches) {
      try {
        const answer = await putBatch(client, batch);
        failed.push(...answer.failed);
        rejected.push(...answer.rejected);
      } catch (error) {
        reasons.push(error);
        failed.push(...batch.map(({ id }) => id));
      }
    }
    if (reasons.length > 0 && reasons.length === batches.length) throw reasons[0];
    return { failed, rejected };
  },
});
