import * as z from 'zod';
import { connectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import { type ConsumerName, type RidaEvent, typesFor } from '#events/registry.ts';
import { everyOf } from '#shared/domain/every-of.ts';
import type { Kind } from '#shared/ports/store.ts';
import { eventFor } from '#shared/runtime/chain-events.ts';
import { toEnvelopes } from '#shared/runtime/envelopes.ts';
import { runLogged } from '#shared/runtime/function.ts';
import type { FlowFunctionName } from '#shared/runtime/function-name.ts';
import type { Core } from './core.ts';
import { declarations } from './declarations.ts';
import {
  flowNames,
  provided,
  type QueuedName,
  queuedNames,
  type ScheduledName,
  scheduledNames,
} from './functions.ts';

/** Functions that can be invoked one at a time. */
export type InvocableName = QueuedName | FlowFunctionName | ScheduledName;
export const invocableNames: readonly InvocableName[] = [
  ...queuedNames,
  ...flowNames,
  ...scheduledNames,
].sort();

/** An event as it is stored in `events/samples`, or as EventBridge puts it into a queue. */
const sampleEvent = (consumer: ConsumerName) =>
  z.preprocess(
    (given) => (typeof given === 'object' && given !== null && 'detail' in given ? given : { detail: given }),
    eventFor(consumer),
  );

/** Return the schema of a sample: an event, a message, a record or a request. Undefined for schedules. */
export function sampleSchema(name: InvocableName): z.ZodType | undefined {
  const declaration = declarations[name];
  switch (declaration.trigger) {
    case 'events':
      return sampleEvent(declaration.name);
    case 'event-batch':
      return z.preprocess(
        (given) => (Array.isArray(given) ? given : [given]),
        z.array(sampleEvent(declaration.name)).min(1),
      );
    case 'queue':
    case 'kinesis':
      return declaration.payload;
    case 'flow':
      return connectFlowRequest;
    case 'schedule':
      return undefined;
  }
}

/** The kinds with events. */
const KINDS = everyOf<Exclude<Kind, 'lines' | 'week' | 'replicate' | 'frame'>>()([
  'case',
  'call',
  'call-out',
  'person',
  'staff',
  'digest',
  'task',
]);

/** Return the newest event of a record that the function consumes. */
export async function newestEvent(
  { store }: Pick<Core, 'store'>,
  name: InvocableName,
  id: string,
): Promise<RidaEvent | undefined> {
  const types: readonly string[] = typesFor(name as ConsumerName);
  const commits = (await Promise.all(KINDS.map((kind) => store.timeline(kind, id)))).flat();
  return commits.flatMap((commit) => toEnvelopes(commit)).findLast(({ type }) => types.includes(type));
}

/**
 * Run one function once on the data of a core, and log its outcome as both hosts do. Nothing else runs: the
 * events that it causes wait in their queues for the next start of the centre.
 *
 * @param input a value of {@link sampleSchema}
 * @throws every error of the function
 */
export async function invokeOnce(core: Core, name: InvocableName, input: unknown): Promise<unknown> {
  const deps = {
    ...provided(core),
    // No telephone call is in progress.
    queues: { placeOf: async () => undefined },
    dueQueue: core.bus.due,
    receivedQueue: core.bus.received,
  };
  const { run, log } = declarations[name] as unknown as {
    run(given: typeof deps, input: unknown, invocation: unknown): Promise<unknown>;
    log(logger: Core['logger'], outcome: unknown, input: unknown): void;
  };
  const { signal } = new AbortController();
  return runLogged({ run, log }, deps, input, { signal, logger: core.logger.withService(name) });
}
