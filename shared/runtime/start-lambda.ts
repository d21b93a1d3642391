import type * as z from 'zod';
import { type BaseEnv, EnvironmentError, readEnv, type Variables } from './env.ts';
import type { FunctionName } from './function-name.ts';
import { createLogger, type Logger } from './logger.ts';

/** What a Lambda function has when it starts: its environment, and a log under its name. */
export interface Started<E extends z.ZodObject> {
  readonly here: z.output<E>;
  readonly logger: Logger;
}

/**
 * Starts a declared function on Lambda.
 *
 * @throws EnvironmentError when a variable is missing or wrong, or the function was deployed as another one
 */
export function startLambda<E extends z.ZodObject>(
  { name, environment }: { readonly name: FunctionName; readonly environment: E },
  variables: Variables = process.env,
): Started<E> {
  const here = readEnv(environment, variables);
  const { SERVICE, LOG_LEVEL } = here as unknown as BaseEnv;
  if (SERVICE !== name) throw new EnvironmentError(`SERVICE is wrong: expected ${name}`);
  return { here, logger: createLogger({ service: name, level: LOG_LEVEL }) };
}
