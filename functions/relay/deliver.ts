import { SECOND } from '#shared/domain/time/instant.ts';
import type { Clock } from '#shared/ports/outside.ts';
import type { Feed, QueueFeeds } from '#shared/ports/queue-feeds.ts';
import type { Invocation } from '#shared/runtime/lambda.ts';
import { places } from './places.ts';

/** How long a run receives messages. The rest of its minute is for batches in process. */
const RECEIVES_MS = 50 * SECOND;
/** The longest wait for a message (SQS developer guide, "Amazon SQS short and long polling"). */
const LONG_POLL_SECONDS = 20;

export interface DeliverDeps {
  readonly feeds: readonly Feed[];
  readonly queueFeeds: QueueFeeds;
  /** The most functions that are invoked at a time. */
  readonly functionsAtATime: number;
  readonly clock: Clock;
}

/** The messages of one run, and the queues of which it could not receive or remove messages. */
export interface Delivered {
  readonly processed: number;
  /** Messages that their queue delivers again. */
  readonly failed: number;
  readonly stopped: readonly { readonly worker: string; readonly error: unknown }[];
}

/**
 * Receive the messages of all queues for most of a minute, and invoke the function of each queue, a batch of a
 * queue after the other and few functions at a time. A failed message stays in its queue, which delivers it again or
 * moves it to its dead-letter queue.
 */
export async function deliver(
  { feeds, queueFeeds, functionsAtATime, clock }: DeliverDeps,
  _: undefined,
  { signal }: Pick<Invocation, 'signal'>,
): Promise<Delivered> {
  const until = clock.now() + RECEIVES_MS;
  const turn = places(functionsAtATime);
  const stopped: { worker: string; error: unknown }[] = [];
  let processed = 0;
  let failed = 0;

  const deliverOnce = async (feed: Feed): Promise<void> => {
    const seconds = Math.min(LONG_POLL_SECONDS, Math.ceil((until - clock.now()) / SECOND));
    const messages = await queueFeeds.receive(feed, seconds);
    if (messages.length === 0) return;
    await turn(async () => {
      const left = await queueFeeds.process(feed, messages);
      const done = messages.filter(({ messageId }) => !left.has(messageId));
      failed += messages.length - done.length;
      processed += done.length;
      if (done.length > 0) await queueFeeds.remove(feed, done);
    });
  };
  const deliverAll = async (feed: Feed): Promise<void> => {
    try {
      while (clock.now() < until && !signal.aborted) await deliverOnce(feed);
    } catch (error) {
      // The next run tries again. The other queues are not concerned.
      stopped.push({ worker: feed.worker, error });
    }
  };
  await Promise.race([Promise.all(feeds.map(deliverAll)), aborted(signal)]);
  return { processed, failed, stopped };
}

/** Resolve when the time of the invocation ends. */
const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
