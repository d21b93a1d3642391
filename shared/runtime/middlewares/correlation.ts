import type { MiddlewareObj } from '@middy/core';
import type { LambdaContext } from '../lambda.ts';
import type { Logger } from '../logger.ts';

export interface LoggedContext extends LambdaContext {
  readonly logger: Logger;
}

/** Add a logger with the request id to the context of the invocation. */
export const correlation = (logger: Logger): MiddlewareObj => ({
  before: (request) => {
    const { context } = request;
    request.context = { ...context, logger: logger.child({ requestId: context.awsRequestId }) };
  },
});
