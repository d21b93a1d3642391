import middy from '@middy/core';
import type { Invocation, LambdaHandler } from './lambda.ts';
import type { LogFields } from './log-fields.ts';
import type { Logger } from './logger.ts';
import { correlation, type LoggedContext } from './middlewares/correlation.ts';
import { errorLog } from './middlewares/error-log.ts';
import { requestLog } from './middlewares/request-log.ts';

/** Time reserved before Lambda's timeout to answer, log and close connections. */
const GIVE_UP_EARLY_MS = 800;

export interface ChainOptions<E, R> {
  readonly logger: Logger;
  /** Counts for the log line of an invocation, never contents. Undefined: the invocation gets no line. */
  readonly describe?: (event: E, response: R) => LogFields | undefined;
  /** The answer when time runs out. Without it the invocation fails and is retried. */
  readonly outOfTime?: () => R;
}

/**
 * The base of all chains: a logger with the request id, one log line for success or failure, and a signal
 * that aborts while there is still time to answer.
 */
export function chain<E, R>(
  handle: (event: E, invocation: Invocation) => Promise<R>,
  { logger, describe = () => ({}), outOfTime }: ChainOptions<E, R>,
): LambdaHandler<E, R> {
  return middy<E, R>({
    timeoutEarlyInMillis: GIVE_UP_EARLY_MS,
    ...(outOfTime === undefined ? {} : { timeoutEarlyResponse: outOfTime }),
  })
    .use(correlation(logger))
    .use(errorLog(logger))
    .use(requestLog(describe))
    .handler((event: E, context: unknown, { signal }: { signal: AbortSignal }) =>
      handle(event, { signal, logger: (context as LoggedContext).logger }),
    ) as LambdaHandler<E, R>;
}
