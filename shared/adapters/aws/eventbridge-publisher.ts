import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import type { RidaEvent } from '#events/registry.ts';
import type { Publisher } from '#shared/ports/outside.ts';
import { batchesOf } from './batches.ts';

/** Limits of PutEvents (EventBridge user guide, "Calculating event entry size"). */
const LIMITS = { most: 10, bytes: 256 * 1024 };
const TIME_BYTES = 14;

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

/**
 * Put events on a bus in batches. PutEvents succeeds even when it rejected every entry, so check the result
 * of each entry. A failed batch counts as rejected and the other batches are still sent. Throw only when
 * every batch failed, so that the reason is not lost.
 */
export const eventBridgePublisher = (client: EventBridgeClient, bus: string): Publisher => ({
  async publish(events) {
    const batches = batchesOf(
      events.map((event) => entryOf(event, bus)),
      sizeOf,
      LIMITS,
    );
    const failed: string[] = [];
    const reasons: unknown[] = [];
    for (const batch of batches) {
      try {
        const Entries = batch.map(({ request }) => request);
        const { FailedEntryCount = 0, Entries: results = [] } = await client.send(
          new PutEventsCommand({ Entries }),
        );
        if (FailedEntryCount === 0) continue;
        failed.push(...batch.filter((_, at) => results[at]?.EventId === undefined).map(({ id }) => id));
      } catch (error) {
        reasons.push(error);
        failed.push(...batch.map(({ id }) => id));
      }
    }
    if (reasons.length > 0 && reasons.length === batches.length) throw reasons[0];
    return failed;
  },
});
