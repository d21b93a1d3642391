import type * as z from 'zod';
import { runBatch } from './batch.ts';
import { chain } from './chain.ts';
import { CONCURRENCY, read, UnreadableMessage } from './chain-queue.ts';
import { type KinesisFunction, runLogged } from './function.ts';
import type { KinesisFunctionName } from './function-name.ts';
import type { BatchResponse, Invocation, KinesisEvent, KinesisRecord, LambdaHandler } from './lambda.ts';
import type { Logger } from './logger.ts';

/** A record that cannot be read, with the reason. */
export interface SetAside {
  readonly record: KinesisRecord;
  readonly reason: string;
}

export interface KinesisOptions {
  readonly logger: Logger;
  /**
   * Store an unreadable record, which a retry cannot fix. It does not block other records.
   */
  setAside(record: SetAside): Promise<void>;
}

const textOf = ({ kinesis }: KinesisRecord): string => Buffer.from(kinesis.data, 'base64').toString();

/**
 * Host a function behind a Kinesis stream of independent records. Lambda retries from the first failed
 * record, so later records are delivered again. An unreadable record is set aside at once, because it would
 * block its shard.
 */
export function forKinesis<P extends z.ZodType, D, O>(
  declaration: KinesisFunction<KinesisFunctionName, z.ZodObject, P, D, O>,
  deps: D,
  { logger, setAside }: KinesisOptions,
): LambdaHandler<KinesisEvent, BatchResponse> {
  const handleRecord = async (record: KinesisRecord, invocation: Invocation): Promise<void> => {
    const { sequenceNumber } = record.kinesis;
    let own = invocation.logger.child({ sequenceNumber });
    try {
      const input = read(declaration.payload, textOf(record));
      own = own.child({ ...declaration.trace?.(input) });
      await runLogged(declaration, deps, input, { signal: invocation.signal, logger: own });
    } catch (error) {
      if (!(error instanceof UnreadableMessage)) {
        own.error('record-failed', 'The processing of a record failed.', error);
        throw error;
      }
      own.error(error.code, 'A record cannot be read and was set aside.', error);
      await setAside({ record, reason: error.message });
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
