import type { ConsumerName } from '#events/registry.ts';
import { chain } from './chain.ts';
import { type EventsOf, eventFor } from './chain-events.ts';
import { read, UnreadableMessage } from './chain-queue.ts';
import {
  type BatchResponse,
  failuresOf,
  type Invocation,
  type LambdaHandler,
  type SqsEvent,
} from './lambda.ts';
import type { Logger } from './logger.ts';

/**
 * A consumer that takes a whole batch of events in one piece of work, such as counting them with one
 * write. When the work fails the batch comes again; what cannot be read fails by itself.
 */
export const forEventBatch = <C extends ConsumerName>(
  consumer: C,
  handleBatch: (events: readonly EventsOf<C>[], invocation: Invocation) => Promise<void>,
  { logger }: { readonly logger: Logger },
): LambdaHandler<SqsEvent, BatchResponse> => {
  const schema = eventFor(consumer);
  return chain<SqsEvent, BatchResponse>(
    async ({ Records }, invocation) => {
      const unreadable: string[] = [];
      const events = Records.flatMap(({ messageId, body }) => {
        try {
          return [read(schema, body) as EventsOf<C>];
        } catch (error) {
          if (!(error instanceof UnreadableMessage)) throw error;
          invocation.logger.error(error.code, 'A message cannot be read.', error, { messageId });
          unreadable.push(messageId);
          return [];
        }
      });
      await handleBatch(events, invocation);
      return failuresOf(unreadable);
    },
    { logger, describe: ({ Records }) => ({ records: Records.length }) },
  );
};
