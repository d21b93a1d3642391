import * as z from 'zod';
import {
  type ConsumerName,
  type EventsOf,
  type RidaEvent,
  registrationOf,
  typesFor,
} from '#events/registry.ts';
import { forMessages, type QueueOptions } from './chain-queue.ts';
import { type EventFunction, runLogged } from './function.ts';
import type { BatchResponse, LambdaHandler, SqsEvent } from './lambda.ts';

/** The part of an EventBridge event that Rida reads. The detail contains Rida's complete envelope. */
const delivered = z.object({ detail: z.looseObject({ type: z.string() }) });

/** Schema of an SQS message body with an event of a consumer, validated by the event's own contract. */
export const eventFor = (consumer: ConsumerName) => {
  const wanted: readonly string[] = typesFor(consumer);
  return delivered.transform(({ detail }, context): RidaEvent => {
    const schema = wanted.includes(detail.type) ? registrationOf(detail.type)?.event.schema : undefined;
    const parsed = schema?.safeParse(detail);
    if (parsed?.success) return parsed.data as RidaEvent;
    const faults = parsed?.error.issues ?? [{ path: ['type'], message: 'not an event of this consumer' }];
    for (const { path, message } of faults)
      context.addIssue({ code: 'custom', path: ['detail', ...path], message });
    return z.NEVER;
  });
};

/**
 * Host a consumer of Rida's events: an SQS queue that the consumer's own EventBridge rule fills. The registry
 * lists the events of each consumer, and each event is validated by its own contract. Events may be delivered
 * repeatedly and in any order.
 */
export const forEvents = <C extends ConsumerName, E extends z.ZodObject, D, O>(
  declaration: EventFunction<C, E, D, O>,
  deps: D,
  options: QueueOptions,
): LambdaHandler<SqsEvent, BatchResponse> =>
  forMessages(
    eventFor(declaration.name),
    (event, invocation) => runLogged(declaration, deps, event as EventsOf<C>, invocation),
    { ...options, concurrency: options.concurrency ?? declaration.concurrency },
    ({ id: eventId, type: eventType, correlationId }) => ({ eventId, eventType, correlationId }),
  );
