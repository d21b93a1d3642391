import type * as z from 'zod';
import type { ConsumerName, EventsOf } from '#events/registry.ts';
import { isOutage } from '#shared/ports/store-error.ts';
import { chain } from './chain.ts';
import { eventFor } from './chain-events.ts';
import { read, UnreadableMessage } from './chain-queue.ts';
import { type EventBatchFunction, runLogged } from './function.ts';
import {
  type BatchResponse,
  failuresOf,
  type Invocation,
  type LambdaHandler,
  type SqsEvent,
} from './lambda.ts';
import type { Logger } from './logger.ts';

interface Received<E> {
  readonly messageId: string;
  readonly event: E;
}

/**
 * Process a batch. When it fails, process its halves, so that one event that cannot be processed fails alone.
 * Events that were processed before are processed again, which consumers detect. Return the failed messages.
 * @throws the error of an outage
 */
async function processed<E>(
  received: readonly Received<E>[],
  run: (events: readonly E[]) => Promise<unknown>,
  { signal, logger }: Invocation,
): Promise<readonly string[]> {
  const ids = received.map(({ messageId }) => messageId);
  if (received.length === 0 || signal.aborted) return ids;
  try {
    await run(received.map(({ event }) => event));
    return [];
  } catch (error) {
    if (isOutage(error)) throw error;
    if (received.length === 1) {
      logger.error('message-failed', 'The processing of a message failed.', error, { messageId: ids[0] });
      return ids;
    }
    const middle = Math.ceil(received.length / 2);
    const first = await processed(received.slice(0, middle), run, { signal, logger });
    return [...first, ...(await processed(received.slice(middle), run, { signal, logger }))];
  }
}

/**
 * Host a consumer that processes a whole batch of events at once, for example to count them with one write.
 * An event that is unreadable or cannot be processed fails alone. In an outage of the store, the whole batch is
 * redelivered.
 */
export const forEventBatch = <C extends ConsumerName, E extends z.ZodObject, D, O>(
  declaration: EventBatchFunction<C, E, D, O>,
  deps: D,
  { logger }: { readonly logger: Logger },
): LambdaHandler<SqsEvent, BatchResponse> => {
  const schema = eventFor(declaration.name);
  return chain<SqsEvent, BatchResponse>(
    async ({ Records }, invocation) => {
      const unreadable: string[] = [];
      const received = Records.flatMap(({ messageId, body }): Received<EventsOf<C>>[] => {
        try {
          return [{ messageId, event: read(schema, body) as EventsOf<C> }];
        } catch (error) {
          if (!(error instanceof UnreadableMessage)) throw error;
          invocation.logger.error(error.code, 'A message cannot be read.', error, { messageId });
          unreadable.push(messageId);
          return [];
        }
      });
      const run = (events: readonly EventsOf<C>[]) => runLogged(declaration, deps, events, invocation);
      return failuresOf([...unreadable, ...(await processed(received, run, invocation))]);
    },
    {
      logger,
      describe: ({ Records }, { batchItemFailures }) => ({
        records: Records.length,
        ...(batchItemFailures.length > 0 && { failed: batchItemFailures.length }),
      }),
    },
  );
};
