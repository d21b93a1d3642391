import type { Hono } from 'hono';
import type * as z from 'zod';
import type { ConnectFlowRequest } from '#events/inbound/connect-flow-request.ts';
import type { ConsumerName, EventsOf } from '#events/registry.ts';
import type { Commit } from '#shared/ports/store.ts';
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
 * One function, as both of its hosts read it: the Lambda handler and the centre on one computer. `D` is what
 * the host provides, `I` the input, `O` the outcome.
 */
interface Declared<N extends FunctionName, E extends z.ZodObject, D, I, O> {
  readonly name: N;
  /** The environment variables of the Lambda function. */
  readonly environment: E;
  readonly run: (deps: D, input: I, invocation: Invocation) => Promise<O>;
  /** Logs an outcome: the same lines from every host. */
  readonly log: (logger: Logger, outcome: O, input: I) => void;
}

interface OneByOne {
  /** How many messages of a batch are in work at a time; 4 unless a function says otherwise. */
  readonly concurrency?: number;
}

/** Receives, one at a time, the events that the registry gives to its name. */
export interface EventFunction<C extends ConsumerName, E extends z.ZodObject, D, O>
  extends Declared<C, E, D, EventsOf<C>, O>,
    OneByOne {
  readonly trigger: 'events';
}

/** Receives the events that the registry gives to its name, a batch in one call. */
export interface EventBatchFunction<C extends ConsumerName, E extends z.ZodObject, D, O>
  extends Declared<C, E, D, readonly EventsOf<C>[], O> {
  readonly trigger: 'event-batch';
}

/** Receives, one at a time, the messages of a queue. */
export interface QueueFunction<N extends QueueFunctionName, E extends z.ZodObject, P extends z.ZodType, D, O>
  extends Declared<N, E, D, z.output<P>, O>,
    OneByOne {
  readonly trigger: 'queue';
  /** The form of a message. */
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
    OneByOne {
  readonly trigger: 'kinesis';
  /** The form of a record. */
  readonly payload: P;
}

/** Answers a Connect flow while somebody waits on the line. */
export interface FlowFunction<N extends FlowFunctionName, E extends z.ZodObject, D>
  extends Declared<N, E, D, ConnectFlowRequest, FlowAnswer> {
  readonly trigger: 'flow';
}

/** Runs at its times; reads from the store and the clock what is due. */
export interface ScheduledFunction<N extends ScheduledFunctionName, E extends z.ZodObject, D, O>
  extends Declared<N, E, D, undefined, O> {
  readonly trigger: 'schedule';
  readonly every: 'minute' | 'hour' | 'day';
}

/** Receives the commits of the table's stream in order and returns those that failed. */
export interface StreamFunction<N extends StreamFunctionName, E extends z.ZodObject, D>
  extends Declared<N, E, D, readonly Commit[], readonly Commit[]> {
  readonly trigger: 'stream';
}

/** Answers HTTP requests with pages. It leaves no line of an outcome: what a page did is in the events. */
export interface PageFunction<N extends PageFunctionName, E extends z.ZodObject, D>
  extends Pick<Declared<N, E, D, never, never>, 'name' | 'environment'> {
  readonly trigger: 'http';
  /** The pages, with what the host provides. */
  readonly pages: (deps: D) => Hono;
}

/** Declares a consumer that handles one event at a time. */
export const eventFunction = <C extends ConsumerName, E extends z.ZodObject, D, O>(
  declaration: Omit<EventFunction<C, E, D, O>, 'trigger'>,
): EventFunction<C, E, D, O> => ({ trigger: 'events', ...declaration });

/** Declares a consumer that handles a batch of events at once. */
export const eventBatchFunction = <C extends ConsumerName, E extends z.ZodObject, D, O>(
  declaration: Omit<EventBatchFunction<C, E, D, O>, 'trigger'>,
): EventBatchFunction<C, E, D, O> => ({ trigger: 'event-batch', ...declaration });

/** Declares a function behind a queue. */
export const queueFunction = <N extends QueueFunctionName, E extends z.ZodObject, P extends z.ZodType, D, O>(
  declaration: Omit<QueueFunction<N, E, P, D, O>, 'trigger'>,
): QueueFunction<N, E, P, D, O> => ({ trigger: 'queue', ...declaration });

/** Declares a function behind a Kinesis stream. */
export const kinesisFunction = <
  N extends KinesisFunctionName,
  E extends z.ZodObject,
  P extends z.ZodType,
  D,
  O,
>(
  declaration: Omit<KinesisFunction<N, E, P, D, O>, 'trigger'>,
): KinesisFunction<N, E, P, D, O> => ({ trigger: 'kinesis', ...declaration });

/** Declares a function that a Connect flow calls. */
export const flowFunction = <N extends FlowFunctionName, E extends z.ZodObject, D>(
  declaration: Omit<FlowFunction<N, E, D>, 'trigger' | 'log'>,
): FlowFunction<N, E, D> => ({
  trigger: 'flow',
  log: (logger, _, { Details }) =>
    logger.info('flow-answered', 'A question of a flow was answered.', { step: Details.Parameters.step }),
  ...declaration,
});

/** Declares a function that a schedule calls. */
export const scheduledFunction = <N extends ScheduledFunctionName, E extends z.ZodObject, D, O>(
  declaration: Omit<ScheduledFunction<N, E, D, O>, 'trigger'>,
): ScheduledFunction<N, E, D, O> => ({ trigger: 'schedule', ...declaration });

/** Declares the function behind the table's stream. */
export const streamFunction = <N extends StreamFunctionName, E extends z.ZodObject, D>(
  declaration: Omit<StreamFunction<N, E, D>, 'trigger'>,
): StreamFunction<N, E, D> => ({ trigger: 'stream', ...declaration });

/** Declares a function that answers HTTP requests. */
export const pageFunction = <N extends PageFunctionName, E extends z.ZodObject, D>(
  declaration: Omit<PageFunction<N, E, D>, 'trigger'>,
): PageFunction<N, E, D> => ({ trigger: 'http', ...declaration });

/** Runs a function and logs its outcome. Every host runs functions through this. */
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
