import type * as z from 'zod';
import type { ConsumerName, EventsOf } from '#events/registry.ts';
import { chain } from './chain.ts';
import { eventFor } from './chain-events.ts';
import { read, UnreadableMessage } from './chain-queue.ts';
import { type EventBatchFunction, runLogged } from './function.ts';
import { type BatchResponse, failuresOf, type LambdaHandler, type SqsEvent } from './lambda.ts';
import type { Logger } from './logger.ts';

/**
 * Host a consumer that processes a whole batch of events at once, for example to count them with one write.
 * When it throws, the whole batch is redelivered. An unreadable event fails alone.
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
      if (events.length > 0) await runLogged(declaration, deps, events, invocation);
      return failuresOf(unreadable);
    },
    { logger, describe: ({ Records }) => ({ records: Records.length }) },
  );
};
