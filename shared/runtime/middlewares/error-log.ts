import type { MiddlewareObj } from '@middy/core';
import type { Logger } from '../logger.ts';
import type { LoggedContext } from './correlation.ts';

/** Logs why an invocation failed and lets it fail, so that whoever called retries. */
export const errorLog = (logger: Logger): MiddlewareObj => ({
  onError: ({ error, context }) => {
    const own = (context as Partial<LoggedContext>).logger ?? logger;
    if (error?.name === 'TimeoutError')
      own.error('invocation-out-of-time', 'The time nearly ran out.', error);
    else own.error('invocation-failed', 'The invocation failed.', error);
  },
});
