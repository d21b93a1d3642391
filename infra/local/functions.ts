import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type { ConsumerName } from '#events/registry.ts';
import type { SweptMail } from '#functions/mail/queued-mail.ts';
import type { DueItem } from '#functions/sla/due-item.ts';
import type { MailReader } from '#shared/adapters/mail/parse-mail.ts';
import { HourlyCount } from '#shared/application/hourly-count.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { FigureStore } from '#shared/ports/figures.ts';
import type { MailInbox } from '#shared/ports/mail-inbox.ts';
import type {
  BlobStore,
  Clock,
  Keys,
  Mailer,
  Publisher,
  SentCopies,
  WorkQueue,
} from '#shared/ports/outside.ts';
import type { QueuePlaces } from '#shared/ports/queue-places.ts';
import type { SettingsStore } from '#shared/ports/settings-store.ts';
import type { Commit, Store } from '#shared/ports/store.ts';
import type { Telephone } from '#shared/ports/telephone.ts';
import { forEventBatch } from '#shared/runtime/chain-event-batch.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { forFlow } from '#shared/runtime/chain-flow.ts';
import { forQueue, type QueueOptions } from '#shared/runtime/chain-queue.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { forStream } from '#shared/runtime/chain-stream.ts';
import type {
  EventBatchFunction,
  EventFunction,
  FlowFunction,
  QueueFunction,
  ScheduledFunction,
} from '#shared/runtime/function.ts';
import type {
  FlowFunctionName,
  KinesisFunctionName,
  QueueFunctionName,
  ScheduledFunctionName,
  StreamFunctionName,
} from '#shared/runtime/function-name.ts';
import type { BatchResponse, FlowAnswer, LambdaHandler, SqsEvent } from '#shared/runtime/lambda.ts';
import type { Logger } from '#shared/runtime/logger.ts';
import { pace } from '#shared/runtime/pace.ts';
import type { SettingsKeeper } from '#shared/settings/rules-source.ts';
import type { Relay } from './bus/relay-loop.ts';
import { declarations } from './declarations.ts';

/** Everything outside the functions, fulfilled on this computer. */
export interface Surroundings {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly inbox: MailInbox;
  readonly figures: FigureStore;
  readonly rules: SettingsKeeper;
  readonly settings: SettingsStore;
  pastRules(version: number): Promise<Rules | undefined>;
  /** Partitions of the due index. */
  readonly shards: number;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly mailer: Mailer;
  /** Absent where a relay sends the mail and nothing of it stays here. */
  readonly sentCopies?: SentCopies;
  readonly telephone: Telephone;
  readonly parseMail: MailReader['parseMail'];
  /** Waits until a raw mail fits into memory beside those in work. */
  whenItFits<T>(rawKey: string, work: () => Promise<T>): Promise<T>;
  readonly logger: Logger;
}

/** Functions that something puts into a queue for. */
export type WorkName = QueueFunctionName | KinesisFunctionName;
/** Functions behind a queue on this computer; what Kinesis brings on AWS comes by a queue too. */
export type QueuedName = ConsumerName | WorkName;
/** The switchboard of this computer goes by the calendar itself: there are no hours to keep in step. */
type ElsewhereName = 'telephone/connect-hours';
type ScheduledName = Exclude<ScheduledFunctionName, ElsewhereName>;

/** What this computer provides to functions. */
const provided = (all: Surroundings) => ({
  ...all,
  recordings: all.blobs,
  acknowledged: new HourlyCount(),
  turn: pace({ sharedBy: 1 }),
});
type Provided = ReturnType<typeof provided>;

interface FlowDeps extends Surroundings {
  readonly queues: QueuePlaces;
}

interface ScheduleDeps extends Surroundings {
  readonly dueQueue: WorkQueue<DueItem>;
  readonly receivedQueue: WorkQueue<SweptMail>;
}

// A function that asks for more than it is given here does not compile, nor does one that nobody hosts.
type Needing<D> = { readonly run: (deps: D, input: never, invocation: never) => unknown };
declarations satisfies Readonly<Record<QueuedName, Needing<Provided>>> &
  Readonly<Record<FlowFunctionName, Needing<FlowDeps>>> &
  Readonly<Record<ScheduledName, Needing<ScheduleDeps>>> &
  Readonly<Record<StreamFunctionName | ElsewhereName, unknown>>;

type AnyEvents = EventFunction<ConsumerName, z.ZodObject, Provided, unknown>;
type AnyEventBatch = EventBatchFunction<ConsumerName, z.ZodObject, Provided, unknown>;
type AnyQueue = QueueFunction<QueueFunctionName, z.ZodObject, z.ZodType, Provided, unknown>;
type AnySchedule = ScheduledFunction<ScheduledName, z.ZodObject, ScheduleDeps, unknown>;

export type QueueHandler = LambdaHandler<SqsEvent, BatchResponse>;

/** Mails in work at a time: while some are parsed, others wait for the disk together. */
export const MAILS_AT_A_TIME = 16;

const namesBehind = <T extends string>(...triggers: readonly T[]) =>
  Object.values(declarations).flatMap(({ name, trigger }) =>
    (triggers as readonly string[]).includes(trigger) ? [name] : [],
  );

/** The names of all functions behind a queue. */
export const queuedNames = namesBehind('events', 'event-batch', 'queue', 'kinesis') as readonly QueuedName[];

const queueHandler = (name: QueuedName, deps: Provided, options: QueueOptions): QueueHandler => {
  const declaration = declarations[name];
  switch (declaration.trigger) {
    case 'events':
      return forEvents(declaration as unknown as AnyEvents, deps, options);
    case 'event-batch':
      return forEventBatch(declaration as unknown as AnyEventBatch, deps, options);
    case 'queue':
    case 'kinesis':
      return forQueue(declaration as unknown as AnyQueue, deps, options);
  }
};

/** All functions behind a queue, in the chains they have on AWS. */
export function hostQueued(
  all: Surroundings,
  postpone?: (name: QueuedName, messageId: string, ms: number) => void,
): Readonly<Record<QueuedName, QueueHandler>> {
  const deps = provided(all);
  const handlers = queuedNames.map((name) => {
    const handler = queueHandler(name, deps, {
      logger: all.logger.withService(name),
      postpone: async ({ messageId }, ms) => postpone?.(name, messageId, ms),
      ...(name === 'mail/mail-intake' && { concurrency: MAILS_AT_A_TIME }),
    });
    return [name, handler] as const;
  });
  return Object.fromEntries(handlers) as Record<QueuedName, QueueHandler>;
}

/** The functions a flow calls, by the names the flows know them by. */
export function hostFlows(deps: FlowDeps): Readonly<Record<string, LambdaHandler<unknown, FlowAnswer>>> {
  const host = (declaration: FlowFunction<FlowFunctionName, z.ZodObject, FlowDeps>) =>
    forFlow(declaration, deps, { logger: deps.logger.withService(declaration.name) });
  return {
    'call-desk': host(declarations['telephone/inbound-flow']),
    'call-survey': host(declarations['telephone/survey-flow']),
    'call-out-desk': host(declarations['telephone/outbound-flow']),
  };
}

/** Runs the functions that are due as often as said, one after the other. */
export function hostScheduled(
  deps: ScheduleDeps,
  every: ScheduledFunction<ScheduledName, z.ZodObject, unknown, unknown>['every'],
): () => Promise<void> {
  const names = namesBehind('schedule').filter((name) => name !== 'telephone/connect-hours');
  const due = (names as readonly ScheduledName[])
    .map((name) => declarations[name] as unknown as AnySchedule)
    .filter((declaration) => declaration.every === every);
  const handlers = due.map((declaration) =>
    forSchedule(declaration, deps, { logger: deps.logger.withService(declaration.name) }),
  );
  return async () => {
    for (const handler of handlers) await handler({}, { awsRequestId: randomUUID() });
  };
}

/** The relay: the commits go the way of the table's stream. */
export function hostRelay(publisher: Publisher, logger: Logger): Relay {
  const handler = forStream(
    declarations['relay/relay'],
    { publisher },
    {
      logger: logger.withService('relay/relay'),
      committed: (commit: Commit) => ({ commit, sequence: sequenceOf(commit) }),
    },
  );
  return async (commits) => {
    const { batchItemFailures } = await handler({ Records: commits }, { awsRequestId: randomUUID() });
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    return commits.filter((commit) => failed.has(sequenceOf(commit)));
  };
}

const sequenceOf = ({ kind, id, version }: Commit): string => `${kind} ${id} ${version}`;
