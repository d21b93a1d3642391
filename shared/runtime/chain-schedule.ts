import { chain } from './chain.ts';
import type { Invocation, LambdaHandler } from './lambda.ts';
import type { Logger } from './logger.ts';

/**
 * A function that a schedule calls. It is given nothing: what is due it reads from the store and the
 * clock, so that a late, a missed or a second call does no harm.
 */
export const forSchedule = (
  handle: (invocation: Invocation) => Promise<void>,
  { logger }: { readonly logger: Logger },
): LambdaHandler<unknown, null> =>
  chain<unknown, null>(
    async (_event, invocation) => {
      await handle(invocation);
      return null;
    },
    { logger },
  );
