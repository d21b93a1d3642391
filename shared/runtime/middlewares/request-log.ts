import type { MiddlewareObj } from '@middy/core';
import type { LogFields } from '../log-fields.ts';
import type { LoggedContext } from './correlation.ts';

/**
 * Log a successful invocation: its duration and the counts of `describe`, without contents. Log nothing when
 * `describe` returns undefined.
 */
export function requestLog<E, R>(describe: (event: E, response: R) => LogFields | undefined): MiddlewareObj {
  const startedAt = new WeakMap<object, number>();
  return {
    before: (request) => {
      startedAt.set(request, performance.now());
    },
    after: (request) => {
      const { logger } = request.context as unknown as LoggedContext;
      const fields = describe(request.event as E, request.response as R);
      if (fields === undefined) return;
      logger.info('invocation-done', 'The invocation finished.', {
        durationMs: Math.round(performance.now() - (startedAt.get(request) ?? 0)),
        ...fields,
      });
    },
  };
}
