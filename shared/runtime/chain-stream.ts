import type * as z from 'zod';
import type { CommitRecord } from '#shared/ports/store.ts';
import { chain } from './chain.ts';
import { runLogged, type StreamFunction } from './function.ts';
import type { StreamFunctionName } from './function-name.ts';
import { type BatchResponse, failuresOf, type LambdaHandler } from './lambda.ts';
import type { Logger } from './logger.ts';

export interface StreamOptions<R> {
  readonly logger: Logger;
  /**
   * Return the commit in a record of the host's stream and its sequence number, or undefined for other items.
   */
  committed(record: R): { readonly record: CommitRecord; readonly sequence: string } | undefined;
}

/**
 * Host the function behind the table's stream. It gets the commits in order and returns the failed ones. The
 * stream retries from the first of them, so later commits are delivered again. When the function throws or
 * time runs out, the whole batch is redelivered.
 */
export const forStream = <D, R>(
  declaration: StreamFunction<StreamFunctionName, z.ZodObject, D>,
  deps: D,
  { logger, committed }: StreamOptions<R>,
): LambdaHandler<{ readonly Records: readonly R[] }, BatchResponse> =>
  chain<{ readonly Records: readonly R[] }, BatchResponse>(
    async ({ Records }, invocation) => {
      const found = Records.map(committed).filter((entry) => entry !== undefined);
      if (found.length === 0) return failuresOf([]);
      const records = found.map(({ record }) => record);
      const outcome = await runLogged(declaration, deps, records, invocation);
      const failed = new Set(outcome.failed);
      return failuresOf(found.filter(({ record }) => failed.has(record)).map(({ sequence }) => sequence));
    },
    {
      logger,
      describe: (event, response) => ({
        records: event.Records.length,
        failed: response.batchItemFailures.length,
      }),
    },
  );
