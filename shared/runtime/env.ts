import * as z from 'zod';
import { LEVELS } from './logger.ts';

/** Environment of every function. The schema of a function extends it. */
export const baseEnv = z.object({
  /** AWS Region, or `local` on one computer. */
  REGION: z
    .string()
    .regex(/^([a-z]{2}(-[a-z]+)+-\d|local)$/u, 'an AWS Region such as eu-central-1, or local'),
  /** Name of the deployment, e.g. `prod` or `test`. */
  STAGE: z.string().regex(/^[a-z][a-z0-9-]{0,19}$/u, 'a short lower-case name such as prod'),
  /** `<capability>/<function>`, as in the registry and in every log line. */
  SERVICE: z
    .string()
    .regex(/^[a-z][a-z-]*\/[a-z][a-z-]*$/u, 'capability/function, such as mail/notify-beneficiary'),
  LOG_LEVEL: z.enum(LEVELS).default('info'),
});
export type BaseEnv = z.infer<typeof baseEnv>;

const shards = z.coerce.number().int().min(1).max(64);

/**
 * Default number of shards of everything live. A partition of an index supports 1,000 write units a second, and
 * a throttled index rejects the writes of the table too, those of callers included: with one shard, a morning in
 * which the deadlines of a night are due would stop the centre.
 */
export const DUE_SHARDS = 8;

/** Environment of every function that uses the table. */
export const storeEnv = baseEnv.extend({
  TABLE_NAME: z.string().min(3),
  /** Number of shards of the entries of everything live. */
  DUE_SHARDS: shards.default(DUE_SHARDS),
  /** Number of items for the figures of a day. */
  FIGURE_SHARDS: shards.default(1),
  /** JSON of the deployment's own settings, merged over the delivered ones: addresses and the public URL. */
  DEPLOYMENT: z.string().default('{}'),
});

/** Environment of every function that sends mail. */
export const mailEnv = storeEnv.extend({
  /** SES configuration set of all mail. */
  CONFIGURATION_SET: z.string().min(1),
  /** This process's share of the account's sending rate. */
  MAILS_PER_SECOND: z.coerce.number().positive(),
});

export type Variables = Readonly<Record<string, string | undefined>>;

/** A deployment error: a variable is missing or invalid. The message never contains a value. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly code = 'environment-invalid';
}

/**
 * Parse the environment by a schema. Call it at start, so that a wrong deployment fails before it serves.
 * @throws EnvironmentError that names each wrong variable and its expected form
 */
export function readEnv<S extends z.ZodObject>(schema: S, variables: Variables = process.env): z.output<S> {
  const result = schema.safeParse(variables);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `${name} ${variables[name] === undefined ? 'is missing' : 'is wrong'}: expected ${message.replace(/^Invalid (input|option): expected /u, '')}`;
  });
  throw new EnvironmentError(faults.join('; '));
}
