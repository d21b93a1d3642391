import type * as z from 'zod';
import { runBatch } from './batch.ts';
import { chain } from './chain.ts';
import { CONCURRENCY, read, UnreadableMessage } from './chain-queue.ts';
import { type KinesisFunction, runLogged } from './function.ts';
import type { KinesisFunctionName } from './function-name.ts';
import type { BatchResponse, Invocation, KinesisEvent, KinesisRecord, LambdaHandler } from './lambda.ts';
import type { Logger } from './logger.ts';

/** Where an unreadable record lies, without what is in it: the stream keeps it for a time. */
export interface SetAside {
  readonly stream: string;
  /** Shard and sequence number. */
  readonly eventId: string;
  readonly sequenceNumber: string;
  readonly reason: string;
}

export interface KinesisOptions {
  readonly logger: Logger;
  /** Takes note of a record that no repetition can make readable; it holds up no other. */
  setAside(record: SetAside): Promise<void>;
}

const textOf = ({ kinesis }: KinesisRecord): string => Buffer.from(kinesis.data, 'base64').toString();

/**
 * Hosts a function behind a Kinesis stream, for records of which each stands for itself. Lambda starts again at the
 * first that failed, so what comes after it comes twice; one that cannot be read is set aside at once, or it
 * would hold up its whole shard.
 */
export function forKinesis<P extends z.ZodType, D, O>(
  declaration: KinesisFunction<KinesisFunctionName, z.ZodObject, P, D, O>,
  deps: D,
  { logger, setAside }: KinesisOptions,
): LambdaHandler<KinesisEvent, BatchResponse> {
  const handleRecord = async (record: KinesisRecord, invocation: Invocation): Promise<void> => {
    const { sequenceNumber } = record.kinesis;
    const own = invocation.logger.child({ sequenceNumber });
    try {
      const input = read(declaration.payload, textOf(record));
      await runLogged(declaration, deps, input, { signal: invocation.signal, logger: own });
    } catch (error) {
      if (!(error instanceof UnreadableMessage)) {
        own.error('record-failed', 'A record could not be dealt with.', error);
        throw error;
      }
      own.error(error.code, 'A record cannot be read and was set aside.', error);
      const { eventID: eventId, eventSourceARN: stream = '' } = record;
      await setAside({ stream, eventId, sequenceNumber, reason: error.message });
    }
  };

  return chain<KinesisEvent, BatchResponse>(
    ({ Records }, invocation) =>
      runBatch(
        Records,
        ({ kinesis }) => kinesis.sequenceNumber,
        (record) => handleRecord(record, invocation),
        { limit: declaration.concurrency ?? CONCURRENCY, signal: invocation.signal },
      ),
    {
      logger,
      describe: (event, response) => ({
        records: event.Records.length,
        failed: response.batchItemFailures.length,
      }),
    },
  );
}
