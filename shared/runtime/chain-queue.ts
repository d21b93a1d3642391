import type * as z from 'zod';
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
import type { Logger } from './logger.ts';

/** How many messages of a batch are in work at a time when nobody says otherwise. */
export const CONCURRENCY = 4;

export interface QueueOptions {
  readonly logger: Logger;
  /** How many messages of a batch are in work at a time, where the host says otherwise than the function. */
  readonly concurrency?: number | undefined;
  /** Hides a message for a time, when its failure says that no try makes sense before. */
  readonly postpone?: (record: SqsRecord, ms: number) => Promise<void>;
}

/** Milliseconds before another try makes sense, for failures that know (`retryAfterMs`). */
const retryAfterOf = (error: unknown): number | undefined => {
  const ms = error instanceof Error ? (error as { retryAfterMs?: unknown }).retryAfterMs : undefined;
  return typeof ms === 'number' && ms > 0 ? ms : undefined;
};

/** A message that no repetition can make readable. */
export class UnreadableMessage extends Error {
  override readonly name = 'UnreadableMessage';
  readonly code = 'message-unreadable' satisfies CodeAt<'error'>;
}

const jsonOf = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    throw new UnreadableMessage('the body is no JSON');
  }
};

/** A message body by its schema. @throws UnreadableMessage when no repetition can make it readable */
export const read = <S extends z.ZodType>(schema: S, body: string): z.output<S> => {
  const parsed = schema.safeParse(jsonOf(body));
  if (parsed.success) return parsed.data;
  throw new UnreadableMessage('the body has another form', { cause: parsed.error });
};

/**
 * Takes the messages of an SQS queue. Each message's body is JSON of the schema and is handled by itself;
 * those that failed are answered as `batchItemFailures` and come again, and after the queue's maximum
 * lie in its dead-letter queue. An unreadable one goes the same way: somebody must look at it.
 */
export function forMessages<S extends z.ZodType>(
  schema: S,
  handleOne: (message: z.output<S>, invocation: MessageInvocation) => Promise<unknown>,
  { logger, concurrency = CONCURRENCY, postpone }: QueueOptions,
): LambdaHandler<SqsEvent, BatchResponse> {
  // Should hiding fail, the message comes again as any other does.
  const keep = async (record: SqsRecord, ms: number, own: Logger): Promise<void> => {
    await postpone?.(record, ms).then(
      () => own.warn('message-postponed', 'A message waits until it can be dealt with.', { ms }),
      (error: unknown) => own.error('postpone-failed', 'A message could not be postponed.', error),
    );
  };

  const handleRecord = async (record: SqsRecord, invocation: Invocation): Promise<void> => {
    const attempt = Number(record.attributes?.ApproximateReceiveCount ?? 1);
    const own = invocation.logger.child({ messageId: record.messageId, attempt });
    try {
      const call = { signal: invocation.signal, logger: own, messageId: record.messageId, attempt };
      await handleOne(read(schema, record.body), call);
    } catch (error) {
      if (error instanceof UnreadableMessage) own.error(error.code, 'A message cannot be read.', error);
      else own.error('message-failed', 'A message could not be dealt with.', error);
      const retryAfterMs = retryAfterOf(error);
      if (postpone && retryAfterMs !== undefined) await keep(record, retryAfterMs, own);
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

/** Hosts a function behind an SQS queue; on one computer one behind a Kinesis stream too. */
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
  );
