import * as z from 'zod';

/** What every function is told about where it runs. A function's own file extends it. */
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
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info'),
});
export type BaseEnv = z.infer<typeof baseEnv>;

/** What every function that opens the table is told. */
export const storeEnv = baseEnv.extend({
  TABLE_NAME: z.string().min(3),
  /** Shards of the due index. */
  SHARDS: z.coerce.number().int().min(1).max(64).default(1),
  /** The deployment's own settings as JSON, laid over the shipped ones: addresses and the public URL. */
  DEPLOYMENT: z.string().default('{}'),
});

/** What every function that sends mail is told. */
export const mailEnv = storeEnv.extend({
  /** SES configuration set all mail goes out with. */
  CONFIGURATION_SET: z.string().min(1),
  /** This process's share of the account's sending rate. */
  MAILS_PER_SECOND: z.coerce.number().positive(),
});

export type Variables = Readonly<Record<string, string | undefined>>;

/** A deployment mistake: a variable is missing or has the wrong form. Never quotes a value. */
export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
  readonly code = 'environment-invalid';
}

/**
 * Reads the environment by a schema, at start, so that a wrong deployment fails before it serves.
 *
 * @throws EnvironmentError naming each variable and what it must be
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
