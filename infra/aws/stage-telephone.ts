import * as z from 'zod';
import { shippedFlowSettings } from '#functions/telephone/flows/flow-settings.ts';
import { telephoneSchema } from '#shared/settings/telephone-schema.ts';

/** A string that is an ARN of a service's resource. */
const arn = (service: string, resource: string, expectation: string) =>
  z
    .string(expectation)
    .regex(new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]+:\\d{12}:${resource}$`, 'u'), expectation);

const E164 = /^\+[1-9]\d{6,14}$/u;

/** A number people call: one that is claimed already, or one to be claimed. */
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
      /** ISO 3166 code, such as `SA`; many countries ask for papers first. */
      country: z.string().regex(/^[A-Z]{2}$/u, 'a country code of two capitals such as SA'),
      type: z.enum(['TOLL_FREE', 'DID', 'UIFN'], 'TOLL_FREE, DID or UIFN'),
      /** The first digits, with the country's. */
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

/** Settings of a stage about Amazon Connect. */
export const telephoneSettings = {
  /** An instance that exists; without it one is made. */
  connectInstanceArn: arn(
    'connect',
    'instance/[0-9a-f-]{36}',
    'an instance ARN, arn:aws:connect:<region>:<account>:instance/<id>',
  ).optional(),
  /** The alias in the address of that instance, `https://<alias>.my.connect.aws`: who may frame the agents' app. */
  connectInstanceAlias: z
    .string()
    .regex(
      /^[a-z0-9][a-z0-9-]{0,43}[a-z0-9]$/u,
      'the alias in the address of the instance, such as care-city',
    )
    .optional(),
  /** How users of a new instance sign in; it cannot be changed afterwards. */
  connectSignIn: z.enum(['CONNECT_MANAGED', 'SAML'], 'CONNECT_MANAGED or SAML').default('CONNECT_MANAGED'),
  /** The numbers people call; a line without one is reached in another way, or not at all. */
  phoneNumbers: z
    .strictObject({
      general: phoneNumber.optional(),
      investors: phoneNumber.optional(),
      staff: phoneNumber.optional(),
    })
    .default({}),
  /** Outside numbers agents may transfer calls to, by the name they see. */
  transferNumbers: z
    .record(
      z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,99}$/u, 'a name of letters, digits and spaces'),
      z.string().regex(E164, 'a number in the international form such as +966112345678'),
    )
    .default({}),
  /**
   * Whether the account may place campaign calls (a quota to ask for): only then are answering machines told from
   * people, and calls ring as long as the settings say.
   */
  campaignCalls: z.boolean('true or false').default(false),
  /** What Connect takes as fixed numbers in flows; what is absent is as shipped. */
  flows: flowNumbers.prefault({}),
  /** Whether follow-ups become tasks among the contacts of Connect's agents. */
  connectTasks: z.boolean('true or false').default(false),
  /** Whether Connect's own simulated test calls are made; not every Region has them. */
  connectTestCases: z.boolean('true or false').default(false),
} as const;
