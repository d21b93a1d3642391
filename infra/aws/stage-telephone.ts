import * as z from 'zod';
import { shippedFlowSettings } from '#functions/telephone/flows/flow-settings.ts';
import { telephoneSchema } from '#shared/settings/telephone-schema.ts';

/** A string that is an ARN of a resource of a service. */
export const arn = (service: string, resource: string, expectation: string) =>
  z
    .string(expectation)
    .regex(new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]+:\\d{12}:${resource}$`, 'u'), expectation);

const E164 = /^\+[1-9]\d{6,14}$/u;

/** The number of a line: an ARN of a claimed number, or what to claim. */
const phoneNumber = z.union(
  [
    z.strictObject({
      arn: arn(
        'connect',
        'phone-number/[0-9a-f-]{36}',
        'a phone number ARN, arn:aws:connect:<region>:<account>:phone-number/<id>',
      ),
    }),
    z.strictObject({
      /** ISO 3166 code, such as `SA`. Many countries require documents first. */
      country: z.string().regex(/^[A-Z]{2}$/u, 'a country code of two capitals such as SA'),
      type: z.enum(['TOLL_FREE', 'DID', 'UIFN'], 'TOLL_FREE, DID or UIFN'),
      /** The first digits, including the country code. */
      prefix: z
        .string()
        .regex(/^\+\d{1,15}$/u, 'a prefix such as +96611')
        .optional(),
    }),
  ],
  'either { arn } of a claimed number or { country, type } of one to claim',
);

const { messageSeconds, callbackAttempts, callbackRetryMinutes } = telephoneSchema.shape;
const shipped = shippedFlowSettings;
const flowNumbers = z.strictObject({
  messageSeconds: messageSeconds.default(shipped.messageSeconds),
  callbackAttempts: callbackAttempts.default(shipped.callbackAttempts),
  callbackRetryMinutes: callbackRetryMinutes.default(shipped.callbackRetryMinutes),
});

/** The settings of a stage for Amazon Connect. */
export const telephoneSettings = {
  /** An existing instance. Default: create one. */
  connectInstanceArn: arn(
    'connect',
    'instance/[0-9a-f-]{36}',
    'an instance ARN, arn:aws:connect:<region>:<account>:instance/<id>',
  ).optional(),
  /** The alias of that instance, `https://<alias>.my.connect.aws`. Its pages may frame the agent app. */
  connectInstanceAlias: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9-]{0,43}[a-z0-9]$/u,
      'the alias in the address of the instance, such as care-city',
    )
    .optional(),
  /** How users sign in to a new instance. It cannot be changed later. */
  connectSignIn: z.enum(['CONNECT_MANAGED', 'SAML'], 'CONNECT_MANAGED or SAML').default('CONNECT_MANAGED'),
  /** The phone number of each line. Lines without a number have no entry flow attached. */
  phoneNumbers: z
    .strictObject({
      general: phoneNumber.optional(),
      investors: phoneNumber.optional(),
      staff: phoneNumber.optional(),
    })
    .default({}),
  /** Outside numbers to which agents can transfer calls, by displayed name. */
  transferNumbers: z
    .record(
      z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u, 'a name of letters, digits and spaces'),
      z.string().regex(E164, 'a number in the international form such as +966112345678'),
    )
    .default({}),
  /**
   * Whether the account may place campaign calls, which needs a quota increase. Only then does Connect detect
   * answering machines and use the configured ring time.
   */
  campaignCalls: z.boolean('true or false').default(false),
  /** Numbers that flows need as constants. Absent ones have the shipped values. */
  flows: flowNumbers.prefault({}),
  /**
   * A file of prompts in the centre's own words, from the folder of `cdk.json`: the table that
   * `npm run flow -- prompts --csv` prints, with changed texts.
   */
  prompts: z.string('a file such as prompts.csv').min(1, 'a file such as prompts.csv').optional(),
  /** Whether follow-ups become tasks for agents in Connect. */
  connectTasks: z.boolean('true or false').default(false),
  /** Whether to create test cases in Connect. Some Regions do not support them. */
  connectTestCases: z.boolean('true or false').default(false),
} as const;
