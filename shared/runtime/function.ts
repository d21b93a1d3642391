import type { Hono } from 'hono';
import type * as z from 'zod';
import type { ConnectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import type { ConsumerName, EventsOf } from '#events/registry.ts';
import type { CommitPlace, CommitRecord } from '#shared/ports/store.ts';
import type {
  FlowFunctionName,
  FunctionName,
  KinesisFunctionName,
  PageFunctionName,
  QueueFunctionName,
  ScheduledFunctionName,
  StreamFunctionName,
} from './function-name.ts';
import type { FlowAnswer, Invocation } from './lambda.ts';
import type { Logger } from './logger.ts';

/**
 * The declaration of one function. Both hosts read it: the Lambda handler and the local centre. `D` is the
 * dependencies from the host, `I` the input, `O` the outcome.
 */
interface Declared<N extends FunctionName, E extends z.ZodObject, D, I, O> {
  readonly name: N;
  /** The environment variables of the Lambda function. */
  readonly environment: E;
  readonly run: (deps: D, input: I, invocation: Invocation) => Promise<O>;
  /** Log an outcome. Every host logs the same lines. */
  readonly log: (logger: Logger, outcome: O, input: I) => void;
}

/** The chain of work that an input belongs to. */
interface Traced<I> {
  /** Return the fields of every log line about this input: the correlation id, and the case if it is known. */
  readonly trace?: (input: I) => Trace;
}

/** The log fields by which the lines of one chain of work are found. */
interface Trace {
  /** The id of the mail or contact at the start of the chain, as in commits and events. */
  readonly correlationId?: string;
  readonly caseRef?: string;
}

interface OneByOne {
  /** Number of concurrent messages of a batch, 4 by default. */
  readonly concurrency?: number;
}

/** Receives the events that the registry lists for its name, one at a time. */
export interface EventFunction<C extends ConsumerName, E extends z.ZodObject, D, O>
  extends Declared<C, E, D, EventsOf<C>, O>,
    OneByOne {
  readonly trigger: 'events';
}

/** Receives the events that the registry lists for its name, a batch in one call. */
export interface EventBatchFunction<C extends ConsumerName, E extends z.ZodObject, D, O>
  extends Declared<C, E, D, readonly EventsOf<C>[], O> {
  readonly trigger: 'event-batch';
}

/** Receives, one at a time, the messages of a queue. */
export interface QueueFunction<N extends QueueFunctionName, E extends z.ZodObject, P extends z.ZodType, D, O>
  extends Declared<N, E, D, z.output<P>, O>,
    Traced<z.output<P>>,
    OneByOne {
  readonly trigger: 'queue';
  /** Schema of a message. */
  readonly payload: P;
}

/** Receives, one at a time, the records of a Kinesis stream; on one computer, of a queue. */
export interface KinesisFunction<
  N extends KinesisFunctionName,
  E extends z.ZodObject,
  P extends z.ZodType,
  D,
  O,
> extends Declared<N, E, D, z.output<P>, O>,
    Traced<z.output<P>>,
    OneByOne {
  readonly trigger: 'kinesis';
  /** Schema of a record. */
  readonly payload: P;
}

/** Answers a Connect flow while a caller waits. */
export interface FlowFunction<N extends FlowFunctionName, E extends z.ZodObject, D>
  extends Declared<N, E, D, ConnectFlowRequest, FlowAnswer> {
  readonly trigger: 'flow';
}

/** Runs at its times. It reads the due work from the store and the clock. */
export interface ScheduledFunction<N extends ScheduledFunctionName, E extends z.ZodObject, D, O>
  extends Declared<N, E, D, undefined, O> {
  readonly trigger: 'schedule';
  readonly every: 'minute' | 'hour' | 'day';
  /** Whether an outcome is of no interest, so that the invocation is not logged. */
  readonly isIdle?: (outcome: O) => boolean;
}

/** The outcome of a batch of the stream. */
export interface StreamOutcome {
  /** Records that the stream delivers again. */
  readonly failed: readonly CommitRecord[];
  /** Commits that cannot succeed as they are. The stream continues without them. */
  readonly setAside: readonly CommitSetAside[];
}

/** A commit that was set aside, with the reason and, if there is one, the error behind it. */
export interface CommitSetAside {
  readonly place: CommitPlace;
  readonly reason: 'unreadable' | 'breaks-contract' | 'rejected-by-bus';
  readonly error?: unknown;
}

/** Receives the commits of the table's stream in order. */
export interface StreamFunction<N extends StreamFunctionName, E extends z.ZodObject, D>
  extends Declared<N, E, D, readonly CommitRecord[], StreamOutcome> {
  readonly trigger: 'stream';
}

/**
 * Answers HTTP requests with pages. It logs no outcome, because the effects of a page are published as
 * events.
 */
export interface PageFunction<N extends PageFunctionName, E extends z.ZodObject, D>
  extends Pick<Declared<N, E, D, never, never>, 'name' | 'environment'> {
  readonly trigger: 'http';
  /** Build the pages with the host's dependencies. */
  readonly pages: (deps: D) => Hono;
}

/** Declare a consumer that handles one event at a time. */
export const eventFunction = <C extends ConsumerName, E extends z.ZodObject, D, O>(
  declaration: Omit<EventFunction<C, E, D, O>, 'trigger'>,
): EventFunction<C, E, D, O> => ({ trigger: 'events', ...declaration });

/** Declare a consumer that handles a batch of events at once. */
export const eventBatchFunction = <C extends ConsumerName, E extends z.ZodObject, D, O>(
  declaration: Omit<EventBatchFunction<C, E, D, O>, 'trigger'>,
): EventBatchFunction<C, E, D, O> => ({ trigger: 'event-batch', ...declaration });

/** Declare a function behind a queue. */
export const queueFunction = <N extends QueueFunctionName, E extends z.ZodObject, P extends z.ZodType, D, O>(
  declaration: Omit<QueueFunction<N, E, P, D, O>, 'trigger'>,
): QueueFunction<N, E, P, D, O> => ({ trigger: 'queue', ...declaration });

/** Declare a function behind a Kinesis stream. */
export const kinesisFunction = <
  N extends KinesisFunctionName,
  E extends z.ZodObject,
  P extends z.ZodType,
  D,
  O,
>(
  declaration: Omit<KinesisFunction<N, E, P, D, O>, 'trigger'>,
): KinesisFunction<N, E, P, D, O> => ({ trigger: 'kinesis', ...declaration });

/** Declare a function that a Connect flow invokes. */
export const flowFunction = <N extends FlowFunctionName, E extends z.ZodObject, D>(
  declaration: Omit<FlowFunction<N, E, D>, 'trigger' | 'log'>,
): FlowFunction<N, E, D> => ({
  trigger: 'flow',
  log: (logger, _, { Details }) =>
    logger.info('flow-answered', 'A request of a flow was answered.', { step: Details.Parameters.step }),
  ...declaration,
});

/** Declare a function that a schedule invokes. */
export const scheduledFunction = <N extends ScheduledFunctionName, E extends z.ZodObject, D, O>(
  declaration: Omit<ScheduledFunction<N, E, D, O>, 'trigger'>,
): ScheduledFunction<N, E, D, O> => ({ trigger: 'schedule', ...declaration });

/** Declare the function behind the table's stream. */
export const streamFunction = <N extends StreamFunctionName, E extends z.ZodObject, D>(
  declaration: Omit<StreamFunction<N, E, D>, 'trigger'>,
): StreamFunction<N, E, D> => ({ trigger: 'stream', ...declaration });

/** Declare a function that answers HTTP requests. */
export const pageFunction = <N extends PageFunctionName, E extends z.ZodObject, D>(
  declaration: Omit<PageFunction<N, E, D>, 'trigger'>,
): PageFunction<N, E, D> => ({ trigger: 'http', ...declaration });

/** Run a function and log its outcome. Every host runs functions through this. */
export async function runLogged<D, I, O>(
  { run, log }: Pick<Declared<FunctionName, z.ZodObject, D, I, O>, 'run' | 'log'>,
  deps: D,
  input: I,
  invocation: Invocation,
): Promise<O> {
  const outcome = await run(deps, input, invocation);
  log(invocation.logger, outcome, input);
  return outcome;
}
