import type * as z from 'zod';
import { type BaseEnv, EnvironmentError, readEnv, type Variables } from './env.ts';
import type { FunctionName } from './function-name.ts';
import { createLogger, type Logger } from './logger.ts';

/** The start of a Lambda function: its environment, and a logger with its name. */
export interface Started<E extends z.ZodObject> {
  readonly here: z.output<E>;
  readonly logger: Logger;
}

/**
 * Start a declared function on Lambda.
 * @throws EnvironmentError when a variable is missing or wrong, or SERVICE names another function
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
