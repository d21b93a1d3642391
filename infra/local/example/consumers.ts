import { type ConsumerName, consumerNames, type RidaEvent, typesFor } from '#events/registry.ts';
import type { Commit } from '#shared/ports/store.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import type { Invocation } from '#shared/runtime/lambda.ts';
import type { Logger } from '#shared/runtime/logger.ts';
import { declarations } from '../declarations.ts';
import { type LocalPorts, provided } from '../functions.ts';
import type { ExampleClock } from './world.ts';

type Consumer = {
  readonly trigger: 'events' | 'event-batch';
  readonly run: (deps: unknown, input: unknown, invocation: Invocation) => Promise<unknown>;
};

/** An event reaches its consumers after this time. */
const ON_THE_WAY_MS = 1_000;

const timeOf = ({ recordedTime }: RidaEvent): number => Date.parse(recordedTime) + ON_THE_WAY_MS;

/** The relay and every consumer of the registry, without queues: events go from the outbox to the functions. */
export function exampleConsumers(
  {
    take,
    ports,
    clock,
    logger,
  }: {
    take: () => Promise<readonly Commit[]>;
    ports: LocalPorts;
    clock: ExampleClock;
    logger: Logger;
  },
  /** Events that the example itself answers. */
  isAnswered: (consumer: ConsumerName, event: RidaEvent) => boolean,
): () => Promise<void> {
  const deps = { ...provided(ports), turn: async () => {} };
  const all = consumerNames.map((name) => ({
    name,
    consumer: declarations[name] as unknown as Consumer,
    wanted: new Set<string>(typesFor(name)),
    invocation: { logger } as Invocation,
  }));

  const handOut = async (events: readonly RidaEvent[]): Promise<void> => {
    for (const { name, consumer, wanted, invocation } of all) {
      const own = events.filter((event) => wanted.has(event.type) && !isAnswered(name, event));
      const last = own.at(-1);
      if (last === undefined) continue;
      if (consumer.trigger === 'event-batch') {
        clock.moveTo(timeOf(last));
        await consumer.run(deps, own, invocation);
        continue;
      }
      // One after the other: the order of the results is the same in every example.
      for (const event of own) {
        clock.moveTo(timeOf(event));
        await consumer.run(deps, event, invocation);
      }
    }
  };

  return async () => {
    for (let commits = await take(); commits.length > 0; commits = await take()) {
      await handOut(commits.flatMap(toEnvelopes));
    }
  };
}
