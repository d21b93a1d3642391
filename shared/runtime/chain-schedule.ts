import type * as z from 'zod';
import { chain } from './chain.ts';
import { runLogged, type ScheduledFunction } from './function.ts';
import type { ScheduledFunctionName } from './function-name.ts';
import type { LambdaHandler } from './lambda.ts';
import type { Logger } from './logger.ts';

/**
 * Host a function that a schedule invokes. It gets no input. It reads the due work from the store and the
 * clock, so that a late, missed or repeated invocation does no harm.
 */
export const forSchedule = <D, O>(
  declaration: ScheduledFunction<ScheduledFunctionName, z.ZodObject, D, O>,
  deps: D,
  { logger }: { readonly logger: Logger },
): LambdaHandler<unknown, null> =>
  chain<unknown, null>(
    async (_event, invocation) => {
      await runLogged(declaration, deps, undefined, invocation);
      return null;
    },
    { logger },
  );
