import { type ConsumerName, type RidaEvent, registrationOf } from '#events/registry.ts';
import type { SqliteQueue } from '#shared/adapters/embedded/sqlite-queue.ts';
import type { Publisher } from '#shared/ports/outside.ts';

/** Who acts on an event; nobody for one that is only kept on record. */
const consumersOf = (event: RidaEvent): readonly ConsumerName[] => {
  const consumers = registrationOf(event.type)?.consumers ?? 'audit only';
  return consumers === 'audit only' ? [] : consumers;
};

/**
 * The bus of one computer: each event goes into the durable queue of every consumer that the registry
 * names, in the form in which EventBridge would deliver it.
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
    return [];
  },
});
