import { SECOND } from '#shared/domain/time/instant.ts';
import type { Feed, QueuedMessage, QueueFeeds } from '#shared/ports/queue-feeds.ts';
import type { FixedClock } from './fixed-clock.ts';

export const aMessage = (messageId: string): QueuedMessage => ({
  ...{ messageId, body: '{}', receiptHandle: `handle of ${messageId}` },
  ...{ eventSourceARN: 'arn:aws:sqs:eu-central-1:123456789012:due', attributes: {} },
});

/** Queues in memory. Waiting moves the clock when all queues are empty, so that a run ends. */
export class MemoryFeeds implements QueueFeeds {
  /** The messages of each queue. */
  readonly waiting = new Map<string, readonly QueuedMessage[]>();
  /** Batches in the order of their invocations: the function, and the ids of the messages. */
  readonly processed: (readonly [worker: string, ids: readonly string[]])[] = [];
  readonly removed: string[] = [];
  /** Return the ids of the messages that a function does not process. */
  failing: (feed: Feed, messages: readonly QueuedMessage[]) => Promise<readonly string[]> = async () => [];
  readonly #clock: FixedClock;

  constructor(clock: FixedClock) {
    this.#clock = clock;
  }

  async receive({ queue, batchSize }: Feed, seconds: number): Promise<readonly QueuedMessage[]> {
    const all = this.waiting.get(queue) ?? [];
    this.waiting.set(queue, all.slice(batchSize));
    if (all.length === 0) {
      await new Promise((resolve) => setImmediate(resolve));
      if ([...this.waiting.values()].every(({ length }) => length === 0))
        this.#clock.advance(seconds * SECOND);
    }
    return all.slice(0, batchSize);
  }

  async process(feed: Feed, messages: readonly QueuedMessage[]): Promise<ReadonlySet<string>> {
    this.processed.push([feed.worker, messages.map(({ messageId }) => messageId)]);
    return new Set(await this.failing(feed, messages));
  }

  async remove(_: Feed, messages: readonly QueuedMessage[]): Promise<void> {
    this.removed.push(...messages.map(({ messageId }) => messageId));
  }
}
