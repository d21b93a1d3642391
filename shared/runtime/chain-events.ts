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

/** The part of an EventBridge event that Rida reads: its own envelope lies whole in the detail. */
const delivered = z.object({ detail: z.looseObject({ type: z.string() }) });

/** An SQS message body that carries an event of a consumer, validated by the event's own contract. */
export const eventFor = (consumer: ConsumerName) => {
  const wanted: readonly string[] = typesFor(consumer);
  return delivered.transform(({ detail }, context): RidaEvent => {
    const schema = wanted.includes(detail.type) ? registrationOf(detail.type)?.event.schema : undefined;
    const parsed = schema?.safeParse(detail);
    if (parsed?.success) return parsed.data as RidaEvent;
    const faults = parsed?.error.issues ?? [{ path: ['type'], message: 'no event of this consumer' }];
    for (const { path, message } of faults)
      context.addIssue({ code: 'custom', path: ['detail', ...path], message });
    return z.NEVER;
  });
};

/**
 * Hosts a consumer of Rida's events: an SQS queue filled by the consumer's own EventBridge rule. The events
 * it takes, and their types, are those the registry gives to its name; each is validated by its own
 * contract. Events may come twice and in any order.
 */
export const forEvents = <C extends ConsumerName, E extends z.ZodObject, D, O>(
  declaration: EventFunction<C, E, D, O>,
  deps: D,
  options: QueueOptions,
): LambdaHandler<SqsEvent, BatchResponse> =>
  forMessages(
    eventFor(declaration.name),
    (event, invocation) => {
      const { id: eventId, type: eventType, correlationId } = event;
      const logger = invocation.logger.child({ eventId, eventType, correlationId });
      return runLogged(declaration, deps, event as EventsOf<C>, { ...invocation, logger });
    },
    { ...options, concurrency: options.concurrency ?? declaration.concurrency },
  );
