import type { Node } from 'constructs';
import * as z from 'zod';
import { readPromptFile } from '#infra/prompts/read-prompt-file.ts';
import { DUE_SHARDS } from '#shared/runtime/env.ts';
import { reservationFault } from './concurrency.ts';
import { contradictionsIn } from './stage-checks.ts';
import { arn, telephoneSettings } from './stage-telephone.ts';
import { changesOf } from './unchangeable.ts';

/** The retention periods in days that CloudWatch Logs supports (Logs API reference, PutRetentionPolicy). */
const LOG_DAYS = [7, 14, 30, 60, 90, 180, 365, 400, 731, 1096, 1827, 3653] as const;

const shards = z.int('a whole number').min(1, 'at least 1').max(64, 'at most 64');

/** API Gateway lets an account send 10,000 requests a second. */
const requestRate = z.int('a whole number').min(1, 'at least 1').max(5_000, 'at most 5000');

const rateFault = (rates: { publicRequestsPerSecond: number; staffRequestsPerSecond: number }) =>
  rates.publicRequestsPerSecond < rates.staffRequestsPerSecond
    ? undefined
    : `publicRequestsPerSecond: expected less than staffRequestsPerSecond, ${rates.staffRequestsPerSecond}`;

const promptFaults = (file: string | undefined): readonly string[] =>
  file === undefined ? [] : readPromptFile(file).problems.map((problem) => `prompts: ${file}: ${problem}`);

/** The number of functions that a caller waits for. */
const FLOW_FUNCTIONS = 3;

const email = z.email('an e-mail address');

const centreContacts = z.strictObject(
  {
    /** The number that beneficiaries call, as pages and mails show it. */
    phone: z.string('a phone number').min(3, 'a phone number').max(30, 'a phone number'),
    /** The readers of escalations. */
    supervisor: email,
    leadership: email,
    /** The addresses of each department of the delivered settings. */
    departments: z.record(z.string(), z.strictObject({ email, headEmail: email }), 'addresses by department'),
  },
  '{ phone, supervisor, leadership, departments }',
);

const schema = z.strictObject({
  /** The AWS Region. It must support Connect and mail receiving in SES. */
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/u, 'an AWS Region such as eu-central-1')
    .default('eu-central-1'),
  account: z
    .string()
    .regex(/^\d{12}$/u, 'an account number of 12 digits')
    .optional(),
  /** The domain of the help address. A subdomain keeps the other mail of the municipality separate. */
  domain: z
    .string('a domain such as care.example.gov.sa')
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/u, 'a domain such as care.example.gov.sa'),
  /** The part of the help address before the @. */
  helpAddress: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/u, 'the part before the @, such as help')
    .default('help'),
  /** The Route 53 zone of the domain. Without it, the DNS records are only printed. */
  hostedZone: z
    .strictObject({
      id: z.string().regex(/^Z[A-Z0-9]+$/u, 'a hosted zone id such as Z0123456789ABC'),
      name: z.string().min(3),
    })
    .optional(),
  /** The own domain of the pages. It needs `certificateArn`, or a hosted zone that contains it. */
  publicDomain: z
    .string('a domain such as rida.example.gov.sa')
    .regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/u, 'a domain such as rida.example.gov.sa')
    .optional(),
  /** A certificate for `publicDomain` in the Region of the stage. */
  certificateArn: arn(
    'acm',
    'certificate/[0-9a-f-]{36}',
    'a certificate ARN, arn:aws:acm:<region>:<account>:certificate/<id>',
  ).optional(),
  /**
   * The output `Deployed` of the first deployment. With it, deletion protection is on, and changes that would
   * replace stored data are rejected. Without it, a failed first deployment can be rolled back.
   */
  deployed: z.record(z.string(), z.string(), 'the output Deployed of the stack').optional(),
  ...telephoneSettings,
  /** Whether an active receipt rule set of another system may be replaced. */
  takeOverReceiptRules: z.boolean('true or false').default(false),
  /** The maximum SES send rate of the account per second (1 in the sandbox). */
  mailsPerSecond: z.number('a number').positive('more than 0').max(10_000).default(14),
  /** Requests per second that all visitors of survey and tracking pages may send together. */
  publicRequestsPerSecond: requestRate.default(20),
  /** Requests per second that all members of the staff may send together. It must be higher. */
  staffRequestsPerSecond: requestRate.default(50),
  /** The quota "Concurrent executions" of Lambda in the account and Region. A new account has 10. */
  lambdaConcurrency: z.int('a whole number').min(10, 'at least 10').default(10),
  /** Concurrent executions reserved for each function that a caller waits for. 0: no reservation. */
  callerConcurrency: z.int('a whole number').min(0, 'at least 0').default(0),
  /** Started instances of each function that a caller waits for, which cost money all the time. */
  warmCallers: z.int('a whole number').min(0, 'at least 0').default(0),
  alarmEmail: email,
  /** Required with a real domain: the delivered addresses and number are placeholders. */
  centre: centreContacts.optional(),
  /** How long raw mails, attachments and call recordings are kept, in days. */
  contentRetentionDays: z.int('a whole number of days').min(30, 'at least 30 days').default(1827),
  logRetentionDays: z.literal(LOG_DAYS, `one of ${LOG_DAYS.join(', ')}`).default(90),
  /**
   * The number of index partitions of everything live. One supports about 1,000 writes per second. It can be
   * changed at any time.
   */
  dueShards: shards.default(DUE_SHARDS),
  /** The number of items for the figures of a day. It can be changed at any time. */
  figureShards: shards.default(1),
});

/** The validated settings of one deployment. */
export interface StageSettings extends z.infer<typeof schema> {
  /** The short name of the deployment, e.g. `prod`. It is part of every name that must be unique. */
  readonly name: string;
}

/** An error in the settings. The message is one line with each field and its expected value. */
export class StageError extends Error {
  override readonly name = 'StageError';
}

const nameSchema = z
  .string('a short lower-case name such as prod')
  .regex(/^[a-z][a-z0-9-]{0,19}$/u, 'a short lower-case name such as prod');

/** Return the names of all settings, for a wrong name outside the nested ones. */
const namesAt = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? `, but ${Object.keys(schema.shape).sort().join(', ')}` : '';

/**
 * Validate the settings of a stage.
 *
 * @throws StageError with every wrong field and its expected value
 * @internal exported for tests
 */
export function parseStage(name: unknown, settings: unknown): StageSettings {
  const named = nameSchema.safeParse(name);
  if (!named.success) throw new StageError(`stage: expected ${named.error.issues[0]?.message}`);
  const parsed = schema.safeParse(settings);
  if (parsed.success) {
    const faults = [
      ...contradictionsIn(parsed.data),
      ...changesOf(parsed.data, parsed.data.deployed ?? {}),
      reservationFault(parsed.data, FLOW_FUNCTIONS),
      rateFault(parsed.data),
      ...promptFaults(parsed.data.prompts),
    ].filter((fault) => fault !== undefined);
    if (faults.length > 0)
      throw new StageError(faults.map((fault) => `stages.${named.data}.${fault}`).join('; '));
    return { name: named.data, ...parsed.data };
  }
  const faults = parsed.error.issues.flatMap((issue) => {
    const at = ['stages', name, ...issue.path];
    if (issue.code !== 'unrecognized_keys')
      return [`${at.join('.')}: expected ${issue.message.replace(/^Invalid input: expected /u, '')}`];
    return issue.keys.map(
      (key) => `${[...at, key].join('.')}: expected no such setting${namesAt(issue.path)}`,
    );
  });
  throw new StageError(faults.join('; '));
}

/**
 * Read the stage that `-c stage=<name>` or cdk.json selects from `stages` in the context.
 *
 * @throws StageError when the stage does not exist or a setting is wrong
 */
export function stageFrom(node: Node): StageSettings {
  const name: unknown = node.tryGetContext('stage');
  const stages: unknown = node.tryGetContext('stages') ?? {};
  if (typeof stages !== 'object' || stages === null || Array.isArray(stages))
    throw new StageError('stages: expected an object of stages by name in cdk.json');
  const names = Object.keys(stages);
  if (typeof name !== 'string' || !names.includes(name))
    throw new StageError(
      `stage: expected ${names.length > 0 ? names.join(' or ') : 'a stage, but cdk.json has none'}`,
    );
  return parseStage(name, (stages as Readonly<Record<string, unknown>>)[name]);
}
