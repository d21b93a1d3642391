import type { Node } from 'constructs';
import * as z from 'zod';
import { telephoneSettings } from './stage-telephone.ts';

/** Retention periods CloudWatch Logs knows, in days (Logs API reference, PutRetentionPolicy). */
const LOG_DAYS = [7, 14, 30, 60, 90, 180, 365, 400, 731, 1096, 1827, 3653] as const;

const schema = z.strictObject({
  /** Where everything runs. It must be a Region in which SES receives mail and Connect exists. */
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/u, 'an AWS Region such as eu-central-1')
    .default('eu-central-1'),
  account: z
    .string()
    .regex(/^\d{12}$/u, 'an account number of 12 digits')
    .optional(),
  /** The domain of the help address; a subdomain of its own keeps other mail of the municipality apart. */
  domain: z
    .string('a domain such as care.example.gov.sa')
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/u, 'a domain such as care.example.gov.sa'),
  /** The part of the help address before the @. */
  helpAddress: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/u, 'the part before the @, such as help')
    .default('help'),
  /** The Route 53 zone of the domain; without it the DNS records are only printed. */
  hostedZone: z
    .strictObject({
      id: z.string().regex(/^Z[A-Z0-9]+$/u, 'a hosted zone id such as Z0123456789ABC'),
      name: z.string().min(3),
    })
    .optional(),
  ...telephoneSettings,
  /** Whether an active receipt rule set that is not Rida's may be put out of force. */
  takeOverReceiptRules: z.boolean('true or false').default(false),
  /** What SES lets the account send a second ("Maximum send rate" in its console; 1 in the sandbox). */
  mailsPerSecond: z.number('a number').positive('more than 0').max(10_000).default(14),
  alarmEmail: z.email('an e-mail address'),
  /** How long raw mail, attachments and call recordings are kept. */
  contentRetentionDays: z.int('a whole number of days').min(30, 'at least 30 days').default(1827),
  logRetentionDays: z.literal(LOG_DAYS, `one of ${LOG_DAYS.join(', ')}`).default(90),
  /** Over how many partitions the due index is spread; one carries about 1,000 writes a second. */
  shards: z.int('a whole number').min(1, 'at least 1').max(64, 'at most 64').default(1),
});

/** The settings of one deployment, checked. */
export interface StageSettings extends z.infer<typeof schema> {
  /** Short name of the deployment, e.g. `prod`; part of every name that must be unique. */
  readonly name: string;
}

/** A mistake in the settings; the message is one line that says which field and what it must be. */
export class StageError extends Error {
  override readonly name = 'StageError';
}

const nameSchema = z
  .string('a short lower-case name such as prod')
  .regex(/^[a-z][a-z0-9-]{0,19}$/u, 'a short lower-case name such as prod');

/**
 * Checks the settings of a stage.
 *
 * @throws StageError naming every wrong field and what it must be
 */
export function parseStage(name: unknown, settings: unknown): StageSettings {
  const named = nameSchema.safeParse(name);
  if (!named.success) throw new StageError(`stage: expected ${named.error.issues[0]?.message}`);
  const parsed = schema.safeParse(settings);
  if (parsed.success) return { name: named.data, ...parsed.data };
  const faults = parsed.error.issues.map(
    ({ path, message }) => `${['stages', name, ...path].join('.')}: expected ${message}`,
  );
  throw new StageError(faults.join('; '));
}

/**
 * Reads the stage that `-c stage=<name>` or cdk.json chooses from the context's `stages`.
 *
 * @throws StageError when there is no such stage or one of its settings is wrong
 */
export function stageFrom(node: Node): StageSettings {
  const name: unknown = node.tryGetContext('stage');
  const stages: Record<string, unknown> = node.tryGetContext('stages') ?? {};
  if (typeof name !== 'string' || !(name in stages))
    throw new StageError(
      `stage: expected one of ${Object.keys(stages).join(', ') || '(no stages in cdk.json)'}`,
    );
  return parseStage(name, stages[name]);
}
