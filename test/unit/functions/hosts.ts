import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalBus } from '#infra/local/bus/bus.ts';
import { declarations } from '#infra/local/declarations.ts';
import { hostFlows, hostRelay, hostScheduled, type QueuedName, queuedNames } from '#infra/local/functions.ts';
import { openDatabase } from '#shared/adapters/embedded/sqlite-database.ts';
import { SqliteQueue } from '#shared/adapters/embedded/sqlite-queue.ts';
import type { Publisher } from '#shared/ports/outside.ts';
import type { CommitRecord } from '#shared/ports/store.ts';
import { forEventBatch } from '#shared/runtime/chain-event-batch.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { forFlow } from '#shared/runtime/chain-flow.ts';
import { forKinesis } from '#shared/runtime/chain-kinesis.ts';
import { forQueue } from '#shared/runtime/chain-queue.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { forStream } from '#shared/runtime/chain-stream.ts';
import type { FlowFunctionName, WorkFunctionName } from '#shared/runtime/function-name.ts';
import type { LambdaHandler } from '#shared/runtime/lambda.ts';
import type { World } from './world.ts';

/** Return the body of a queue message for a function, as EventBridge or another source sends it. */
const bodyOf = (name: WorkFunctionName, input: unknown): string => {
  const isEvent = ['events', 'event-batch'].includes(declarations[name].trigger);
  return JSON.stringify(isEvent ? { detail: input } : input);
};

const isFlow = (name: WorkFunctionName): name is FlowFunctionName => declarations[name].trigger === 'flow';
const isQueued = (name: WorkFunctionName): name is QueuedName =>
  (queuedNames as readonly string[]).includes(name);

/** A bus that rejects the events of the named cases. */
const publisherOf = ({ refused }: { readonly refused: readonly string[] }): Publisher => ({
  publish: async (events) => ({
    failed: events.filter(({ subject }) => refused.includes(subject)).map(({ id }) => id),
    rejected: [],
  }),
});
/** The bus rejects commits of these cases. */
export const REFUSED = 'refused-case';
const publisher = publisherOf({ refused: [REFUSED] });
const aside = { send: async () => {} };

/** Return the dependencies of the functions in a test world. */
export const depsOf = (world: World) => ({
  ...world,
  ...{ recordings: world.blobs, turn: async () => {}, publisher, aside },
});

/** Build the chain of a function as its Lambda handler does, over the test world instead of AWS. */
function lambda(name: WorkFunctionName, world: World, deps: object): LambdaHandler<never, unknown> {
  const logger = world.logger.withService(name);
  // Every declaration receives all dependencies. Where it is hosted, the compiler checks that it needs no
  // others.
  const declaration = declarations[name] as never;
  switch (declarations[name].trigger) {
    case 'events':
      return forEvents(declaration, deps as never, { logger });
    case 'event-batch':
      return forEventBatch(declaration, deps as never, { logger });
    case 'queue':
      return forQueue(declaration, deps as never, { logger });
    case 'kinesis':
      return forKinesis(declaration, deps as never, { logger, setAside: async () => {} });
    case 'flow':
      return forFlow(declaration, deps as never, { logger });
    case 'schedule':
      return forSchedule(declaration, deps as never, { logger });
    case 'stream':
      return forStream(declaration, deps as never, {
        logger,
        committed: (record: CommitRecord) => ({ record, sequence: record.place.id }),
      });
  }
}

/** Invoke a function as Lambda does: one batch, or one invocation. Return its last response. */
export async function runOnLambda(
  name: WorkFunctionName,
  world: World,
  inputs: readonly unknown[],
  deps: object = depsOf(world),
): Promise<unknown> {
  const handler = lambda(name, world, deps) as LambdaHandler<unknown, unknown>;
  const context = { awsRequestId: 'request', getRemainingTimeInMillis: () => 60_000 };
  const bodies = inputs.map((input) => bodyOf(name, input));
  switch (declarations[name].trigger) {
    case 'kinesis':
      return handler(
        {
          Records: bodies.map((body, at) => ({
            eventID: `shard:${at}`,
            kinesis: { sequenceNumber: String(at), data: Buffer.from(body).toString('base64') },
          })),
        },
        context,
      );
    case 'flow': {
      const answers: unknown[] = [];
      for (const input of inputs) answers.push(await handler(input, context));
      return answers;
    }
    case 'schedule':
      return handler({}, context);
    case 'stream':
      return handler({ Records: inputs }, context);
    default:
      return handler({ Records: bodies.map((body, at) => ({ messageId: `m${at}`, body })) }, context);
  }
}

/** Queue messages in the local centre, start its bus, and wait until they are processed. */
async function runQueued(name: QueuedName, world: World, inputs: readonly unknown[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rida-hosts-'));
  const database = openDatabase(join(folder, 'queues.db'));
  const onError = (error: unknown): void => {
    throw error;
  };
  const outbox = { unrelayed: () => [], markRelayed: async () => {} };
  const bus = new LocalBus({ database, outbox, logger: world.logger, onError });
  try {
    const bodies = inputs.map((input) => bodyOf(name, input));
    await new SqliteQueue(database).send(name, bodies);
    await bus.start(world, 1, onError);
    await bus.settle();
  } finally {
    await bus.close();
    database.close();
    rmSync(folder, { recursive: true });
  }
}

/** Run a function as the local centre does. */
export async function runLocally(
  name: WorkFunctionName,
  world: World,
  inputs: readonly unknown[],
): Promise<void> {
  if (isQueued(name)) return runQueued(name, world, inputs);
  if (isFlow(name)) {
    const handler = hostFlows(world)[name];
    for (const input of inputs) await handler(input, { awsRequestId: 'request' });
    return;
  }
  if (name === 'relay/relay') {
    await hostRelay({ publisher, aside }, world.logger)(inputs as readonly CommitRecord[]);
    return;
  }
  for (const every of ['minute', 'hour', 'day'] as const) await hostScheduled(world, every)();
}
