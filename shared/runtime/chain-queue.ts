import type * as z from 'zod';
import { isOutage } from '#shared/ports/store-error.ts';
import { runBatch } from './batch.ts';
import { chain } from './chain.ts';
import { type KinesisFunction, type QueueFunction, runLogged } from './function.ts';
import type { KinesisFunctionName, QueueFunctionName } from './function-name.ts';
import type {
  BatchResponse,
  Invocation,
  LambdaHandler,
  MessageInvocation,
  SqsEvent,
  SqsRecord,
} from './lambda.ts';
import type { CodeAt } from './log-codes.ts';
import type { LogFields } from './log-fields.ts';
import type { Logger } from './logger.ts';

/** Default number of concurrent messages of a batch. */
export const CONCURRENCY = 4;

export interface QueueOptions {
  readonly logger: Logger;
  /** Number of concurrent messages of a batch, when the host overrides the function's value. */
  readonly concurrency?: number | undefined;
  /** Hide a message for a time when its error says that an earlier retry is useless. */
  readonly postpone?: (record: SqsRecord, delay: Delay) => Promise<void>;
}

/** How long a message is hidden, and why. */
export interface Delay {
  /** Missing: the queue decides. */
  readonly ms?: number;
  /** Why it waits, for the page of the queues. */
  readonly reason?: string;
  /** False: where the queue can, the receive does not count toward the dead-letter queue. */
  readonly counts?: boolean;
}

/**
 * Return when a retry is useful, for errors with `retryAfterMs`. An outage, such as a full disk, is not the fault of
 * the message, so it does not bring it closer to the dead-letter queue.
 */
const delayOf = (error: unknown): Delay | undefined => {
  if (isOutage(error)) return { counts: false };
  const { retryAfterMs: ms, reason, counts } = error as Record<string, unknown>;
  if (!(error instanceof Error) || typeof ms !== 'number' || ms <= 0) return undefined;
  return { ms, ...(typeof reason === 'string' && { reason }), ...(counts === false && { counts }) };
};

/** A message that no retry can make readable. */
export class UnreadableMessage extends Error {
  override readonly name = 'UnreadableMessage';
  readonly code = 'message-unreadable' satisfies CodeAt<'error'>;
}

const jsonOf = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    throw new UnreadableMessage('the body is not JSON');
  }
};

/** Parse a message body by its schema. @throws UnreadableMessage when no retry can make it readable */
export const read = <S extends z.ZodType>(schema: S, body: string): z.output<S> => {
  const parsed = schema.safeParse(jsonOf(body));
  if (parsed.success) return parsed.data;
  throw new UnreadableMessage('the body does not match the schema', { cause: parsed.error });
};

/**
 * Process the messages of an SQS queue. Each message body is JSON of the schema and is processed separately.
 * Failed messages are returned as `batchItemFailures`. SQS redelivers them, and after the queue's maximum it
 * moves them to the dead-letter queue. Unreadable messages take the same way, so that a person inspects them.
 * Every log line about a message has the fields that \`trace\` returns.
 */
export function forMessages<S extends z.ZodType>(
  schema: S,
  handleOne: (message: z.output<S>, invocation: MessageInvocation) => Promise<unknown>,
  { logger, concurrency = CONCURRENCY, postpone }: QueueOptions,
  trace: (message: z.output<S>) => LogFields = () => ({}),
): LambdaHandler<SqsEvent, BatchResponse> {
  // If hiding fails, SQS redelivers the message as usual.
  const keep = async (record: SqsRecord, delay: Delay, own: Logger): Promise<void> => {
    await postpone?.(record, delay).then(
      () =>
        delay.ms !== undefined &&
        own.warn('message-postponed', 'A message is hidden until its retry time.', { ...delay }),
      (error: unknown) =>
        own.error('postpone-failed', 'A message could not be hidden until its retry time.', error),
    );
  };

  const handleRecord = async (record: SqsRecord, invocation: Invocation): Promise<void> => {
    const attempt = Number(record.attributes?.ApproximateReceiveCount ?? 1);
    let own = invocation.logger.child({ messageId: record.messageId, attempt });
    try {
      const message = read(schema, record.body);
      own = own.child(trace(message));
      const call = { signal: invocation.signal, logger: own, messageId: record.messageId, attempt };
      await handleOne(message, call);
    } catch (error) {
      if (error instanceof UnreadableMessage) own.error(error.code, 'A message cannot be read.', error);
      const delay = delayOf(error);
      const isExpected = delay?.ms !== undefined && delay.counts === false;
      if (!(error instanceof UnreadableMessage) && !isExpected)
        own.error('message-failed', 'The processing of a message failed.', error);
      if (postpone && delay) await keep(record, delay, own);
      throw error;
    }
  };

  return chain<SqsEvent, BatchResponse>(
    ({ Records }, invocation) =>
      runBatch(
        Records,
        ({ messageId }) => messageId,
        (record) => handleRecord(record, invocation),
        { limit: concurrency, signal: invocation.signal },
      ),
    {
      logger,
      describe: (event, response) => ({
        messages: event.Records.length,
        failed: response.batchItemFailures.length,
      }),
    },
  );
}

/** Host a function behind an SQS queue. On one computer, it hosts functions behind a Kinesis stream too. */
export const forQueue = <P extends z.ZodType, D, O>(
  declaration:
    | QueueFunction<QueueFunctionName, z.ZodObject, P, D, O>
    | KinesisFunction<KinesisFunctionName, z.ZodObject, P, D, O>,
  deps: D,
  options: QueueOptions,
): LambdaHandler<SqsEvent, BatchResponse> =>
  forMessages(
    declaration.payload,
    (message, invocation) => runLogged(declaration, deps, message, invocation),
    { ...options, concurrency: options.concurrency ?? declaration.concurrency },
    (message) => ({ ...declaration.trace?.(message) }),
  );
