import type { MiddlewareObj } from '@middy/core';
import type { Logger } from '../logger.ts';
import type { LoggedContext } from './correlation.ts';

/** Log why an invocation failed. The invocation still fails, so that the caller retries. */
export const errorLog = (logger: Logger): MiddlewareObj => ({
  onError: ({ error, context }) => {
    const own = (context as Partial<LoggedContext>).logger ?? logger;
    if (error?.name === 'TimeoutError')
      own.error('invocation-out-of-time', 'The invocation ran out of time.', error);
    else own.error('invocation-failed', 'The invocation failed.', error);
  },
});
