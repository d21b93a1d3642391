import type * as z from 'zod';
import { chain } from './chain.ts';
import { runLogged, type ScheduledFunction } from './function.ts';
import type { ScheduledFunctionName } from './function-name.ts';
import type { LambdaHandler } from './lambda.ts';
import type { Logger } from './logger.ts';

/**
 * Host a function that a schedule invokes. It gets no input. It reads the due work from the store and the
 * clock, so that a late, missed or repeated invocation does no harm. An idle invocation logs nothing.
 */
export const forSchedule = <D, O>(
  declaration: ScheduledFunction<ScheduledFunctionName, z.ZodObject, D, O>,
  deps: D,
  { logger }: { readonly logger: Logger },
): LambdaHandler<unknown, O | null> => {
  const { run, log, isIdle = () => false } = declaration;
  const busy: Pick<typeof declaration, 'run' | 'log'> = {
    run,
    log: (own, outcome) => {
      if (!isIdle(outcome)) log(own, outcome, undefined);
    },
  };
  return chain<unknown, O | null>(
    async (_event, invocation) => (await runLogged(busy, deps, undefined, invocation)) ?? null,
    {
      logger,
      describe: (_event, outcome) => (outcome !== null && isIdle(outcome) ? undefined : {}),
    },
  );
};
