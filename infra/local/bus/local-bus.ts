import { type ConsumerName, type RidaEvent, registrationOf } from '#events/registry.ts';
import type { SqliteQueue } from '#shared/adapters/embedded/sqlite-queue.ts';
import type { Publisher } from '#shared/ports/outside.ts';

/** Return the consumers of an event. An event that is only stored for audit has none. */
const consumersOf = (event: RidaEvent): readonly ConsumerName[] => {
  const consumers = registrationOf(event.type)?.consumers ?? 'audit only';
  return consumers === 'audit only' ? [] : consumers;
};

/**
 * The event bus on one computer. Put each event into the durable queue of every consumer in the registry, in
 * the form of an EventBridge delivery.
 */
export const localBus = (queue: SqliteQueue, wake: (consumer: ConsumerName) => void): Publisher => ({
  async publish(events) {
    const letters = events.flatMap((event) => consumersOf(event).map((consumer) => ({ consumer, event })));
    const byConsumer = Map.groupBy(letters, ({ consumer }) => consumer);
    await Promise.all(
      [...byConsumer].map(([consumer, own]) =>
        queue.send(
          consumer,
          own.map(({ event }) => JSON.stringify({ detail: event })),
        ),
      ),
    );
    for (const consumer of byConsumer.keys()) wake(consumer);
    return { failed: [], rejected: [] };
  },
});
