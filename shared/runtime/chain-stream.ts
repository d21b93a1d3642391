import { chain } from './chain.ts';
import {
  type BatchResponse,
  failuresOf,
  type Invocation,
  type LambdaHandler,
  type StreamEvent,
  type StreamRecord,
} from './lambda.ts';
import type { Logger } from './logger.ts';

/**
 * A function behind a DynamoDB stream. `handleBatch` gets the records in order and answers the
 * sequence numbers of those that failed; Lambda starts again at the first of them, so what comes after
 * it comes twice. When it throws or time runs out, the whole batch comes again.
 */
export const forStream = (
  handleBatch: (records: readonly StreamRecord[], invocation: Invocation) => Promise<readonly string[]>,
  { logger }: { readonly logger: Logger },
): LambdaHandler<StreamEvent, BatchResponse> =>
  chain<StreamEvent, BatchResponse>(
    async ({ Records }, invocation) => failuresOf(await handleBatch(Records, invocation)),
    {
      logger,
      describe: (event, response) => ({
        records: event.Records.length,
        failed: response.batchItemFailures.length,
      }),
    },
  );
