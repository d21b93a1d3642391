import { randomUUID } from 'node:crypto';
import type * as z from 'zod';
import type { ConsumerName } from '#events/registry.ts';
import type { SweptMail } from '#functions/mail/queued-mail.ts';
import type { DueItem } from '#functions/sla/due-item.ts';
import type { Rules } from '#shared/domain/rules.ts';
import type { AccessLog } from '#shared/ports/access-log.ts';
import type { DeskStore } from '#shared/ports/desk-store.ts';
import type { DraftStore } from '#shared/ports/draft-store.ts';
import type { ExportFiles } from '#shared/ports/export-files.ts';
import type { FigureStore } from '#shared/ports/figure-store.ts';
import type { MailInbox } from '#shared/ports/mail-inbox.ts';
import type { MailReader } from '#shared/ports/mail-reader.ts';
import type { Mailer, SentCopies, SentMails } from '#shared/ports/mailer.ts';
import type { BlobStore, Clock, Keys, Publisher, WorkQueue } from '#shared/ports/outside.ts';
import type { QueuePlaces } from '#shared/ports/queue-places.ts';
import type { QuotaStore } from '#shared/ports/quota-store.ts';
import type { Rasteriser } from '#shared/ports/rasteriser.ts';
import type { SearchIndex } from '#shared/ports/search-index.ts';
import type { SettingsStore } from '#shared/ports/settings-store.ts';
import type { CommitPlace, CommitRecord, Store } from '#shared/ports/store.ts';
import type { Telephone } from '#shared/ports/telephone-system.ts';
import type { TextMessages } from '#shared/ports/text-messages.ts';
import { forEventBatch } from '#shared/runtime/chain-event-batch.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { forFlow } from '#shared/runtime/chain-flow.ts';
import { type Delay, forQueue, type QueueOptions } from '#shared/runtime/chain-queue.ts';
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
import type { RelayCommits } from './bus/relay-loop.ts';
import { declarations } from './declarations.ts';

/** The adapters of this computer for all ports of the functions. */
export interface LocalPorts {
  readonly store: Store;
  readonly blobs: BlobStore;
  readonly inbox: MailInbox;
  readonly figures: FigureStore;
  readonly search: SearchIndex;
  readonly quotas: QuotaStore;
  readonly drafts: DraftStore;
  readonly accessLog: AccessLog;
  readonly desk: DeskStore;
  readonly rules: SettingsKeeper;
  readonly settings: SettingsStore;
  pastRules(version: number): Promise<Rules | undefined>;
  /** The number of items for the figures of a day. */
  readonly figureShards: number;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly sentMails: SentMails;
  readonly rasteriser: Rasteriser;
  readonly messages: TextMessages;
  /** The folder of the daily files for other systems. */
  readonly exports: ExportFiles;
  readonly publisher: Publisher;
  /** Copies of mails and text messages that are stored here. */
  readonly sentCopies?: SentCopies;
  readonly telephone: Telephone;
  readonly parseMail: MailReader['parseMail'];
  readonly cleanHtml: MailReader['cleanHtml'];
  /** Run the work when there is enough memory for the raw mail. */
  whenItFits<T>(rawKey: string, work: () => Promise<T>): Promise<T>;
  readonly logger: Logger;
}

/** Functions with a queue that is not filled by the bus. */
export type WorkName = QueueFunctionName | KinesisFunctionName;
/** Functions with a queue on this computer. Kinesis streams of AWS are queues here. */
export type QueuedName = ConsumerName | WorkName;
/**
 * Not hosted here: the local telephone system reads the calendar directly, so that no hours must be
 * synchronised, and the local bus reads its queues itself.
 * @internal exported for tests
 */
export const elsewhereNames = ['relay/deliver', 'telephone/connect-hours'] as const;
type ElsewhereName = (typeof elsewhereNames)[number];
const isElsewhere = (name: string): name is ElsewhereName =>
  (elsewhereNames as readonly string[]).includes(name);
export type ScheduledName = Exclude<ScheduledFunctionName, ElsewhereName>;

/** Return the dependencies that this computer provides to functions. */
export const provided = (all: LocalPorts) => ({
  ...all,
  recordings: all.blobs,
  turn: pace({ sharedBy: 1 }),
});
type Provided = ReturnType<typeof provided>;

interface FlowDeps extends LocalPorts {
  readonly queues: QueuePlaces;
}

interface ScheduleDeps extends LocalPorts {
  readonly dueQueue: WorkQueue<DueItem>;
  readonly receivedQueue: WorkQueue<SweptMail>;
}

// A function whose dependencies are not provided does not compile, nor does a function that is not hosted.
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

/** The number of mails in process: while some are parsed, others wait for the same disk sync. */
export const MAILS_AT_A_TIME = 16;

/** The number of timers in process. Their commits share one transaction. */
export const TIMERS_AT_A_TIME = 100;

/** Concurrent messages of a batch, where more of them share one transaction or one disk sync. */
const CONCURRENCY: Partial<Record<QueuedName, number>> = {
  'mail/mail-intake': MAILS_AT_A_TIME,
  'sla/clock': TIMERS_AT_A_TIME,
  // Concurrent events of one department would compete for the same waiting cases.
  'cases/assign': 1,
};

const namesBehind = <T extends string>(...triggers: readonly T[]) =>
  Object.values(declarations).flatMap(({ name, trigger }) =>
    (triggers as readonly string[]).includes(trigger) ? [name] : [],
  );

/** The names of all functions with a queue. */
export const queuedNames = namesBehind('events', 'event-batch', 'queue', 'kinesis') as readonly QueuedName[];
/** The names of all functions that a schedule calls here. */
export const scheduledNames = namesBehind('schedule').filter(
  (name) => !isElsewhere(name),
) as readonly ScheduledName[];
/** The names of all functions that a flow calls. */
export const flowNames = namesBehind('flow') as readonly FlowFunctionName[];

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

/** Return all functions with a queue, in the same chains as on AWS. */
export function hostQueued(
  all: LocalPorts,
  postpone?: (name: QueuedName, messageId: string, delay: Delay) => void,
): Readonly<Record<QueuedName, QueueHandler>> {
  const deps = provided(all);
  const handlers = queuedNames.map((name) => {
    const handler = queueHandler(name, deps, {
      logger: all.logger.withService(name),
      postpone: async ({ messageId }, delay) => postpone?.(name, messageId, delay),
      concurrency: CONCURRENCY[name],
    });
    return [name, handler] as const;
  });
  return Object.fromEntries(handlers) as Record<QueuedName, QueueHandler>;
}

/** Return the functions that flows call. */
export function hostFlows(
  deps: FlowDeps,
): Readonly<Record<FlowFunctionName, LambdaHandler<unknown, FlowAnswer>>> {
  const host = (declaration: FlowFunction<FlowFunctionName, z.ZodObject, FlowDeps>) =>
    forFlow(declaration, deps, { logger: deps.logger.withService(declaration.name) });
  return {
    'telephone/inbound-flow': host(declarations['telephone/inbound-flow']),
    'telephone/survey-flow': host(declarations['telephone/survey-flow']),
    'telephone/outbound-flow': host(declarations['telephone/outbound-flow']),
  };
}

/** Run the scheduled functions of this interval, one after the other. */
export function hostScheduled(
  deps: ScheduleDeps,
  every: ScheduledFunction<ScheduledName, z.ZodObject, unknown, unknown>['every'],
): () => Promise<void> {
  const due = scheduledNames
    .map((name) => declarations[name] as unknown as AnySchedule)
    .filter((declaration) => declaration.every === every);
  const handlers = due.map((declaration) =>
    forSchedule(declaration, deps, { logger: deps.logger.withService(declaration.name) }),
  );
  return async () => {
    for (const handler of handlers) await handler({}, { awsRequestId: randomUUID() });
  };
}

/** Return the relay, which passes commits through the handler of the table stream. */
export function hostRelay(
  deps: { readonly publisher: Publisher; readonly aside: WorkQueue<CommitPlace> },
  logger: Logger,
): RelayCommits {
  const handler = forStream(declarations['relay/relay'], deps, {
    logger: logger.withService('relay/relay'),
    committed: (record: CommitRecord) => ({ record, sequence: sequenceOf(record) }),
  });
  return async (records) => {
    const { batchItemFailures } = await handler({ Records: records }, { awsRequestId: randomUUID() });
    const failed = new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    return records.filter((record) => failed.has(sequenceOf(record)));
  };
}

const sequenceOf = ({ place: { kind, id, version } }: CommitRecord): string => `${kind} ${id} ${version}`;
