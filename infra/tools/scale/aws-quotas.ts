/** A quota of AWS in a new account in eu-central-1, and the page that states it. */
export interface Quota {
  readonly name: string;
  readonly per: 'second' | 'day' | 'at a time';
  readonly value: number;
  /** Whether AWS raises it on request. */
  readonly adjustable: boolean;
  /** Requests above it are delayed, not refused. */
  readonly delays?: true;
  readonly source: string;
  /** How the value was compared with AWS in November 2026. */
  readonly checked: Checked;
}

/**
 * `page`: the text of the named page of a guide states the value. `answer`: another text of AWS states it, such as an
 * answer to customers or the description of its SDK. `account`: AWS sets it for each account, and no page of the guide
 * states it, so ask the account.
 */
type Checked = 'page' | 'answer' | 'account';

const guide = (page: string): string => `https://docs.aws.amazon.com/${page}`;
const EVENTBRIDGE = guide('eventbridge/latest/userguide/eb-quota.html');
const CONNECT = guide('connect/latest/adminguide/amazon-connect-service-limits.html');
const SES = 'https://sesblog.amazon.com/post/Tx3AQFZ35B7HAV0/All-about-SES-daily-quota';
const DYNAMODB = guide('amazondynamodb/latest/developerguide/ServiceQuotas.html');

/**
 * The quotas that a centre meets first. Values are defaults; ask AWS for the adjustable ones, and compare them with the
 * account: a new account may have less.
 */
export const QUOTAS = {
  putEvents: {
    ...{ name: 'EventBridge: PutEvents requests', per: 'second', value: 2_400, adjustable: true },
    source: EVENTBRIDGE,
    checked: 'page',
  },
  invocations: {
    ...{ name: 'EventBridge: invocations of targets', per: 'second', value: 4_500, adjustable: true },
    ...{ delays: true, source: EVENTBRIDGE },
    checked: 'page',
  },
  partitionWrites: {
    ...{ name: 'DynamoDB: write units of one partition', per: 'second', value: 1_000, adjustable: false },
    source: guide('amazondynamodb/latest/developerguide/bp-partition-key-design.html'),
    checked: 'page',
  },
  tableWrites: {
    ...{
      name: 'DynamoDB: write units of an on-demand table',
      per: 'second',
      value: 40_000,
      adjustable: true,
    },
    source: DYNAMODB,
    checked: 'page',
  },
  newTableWrites: {
    ...{
      name: 'DynamoDB: write units of a new on-demand table',
      per: 'second',
      value: 4_000,
      adjustable: true,
    },
    source: guide('amazondynamodb/latest/developerguide/pre-warming-on-demand-capacity-mode.html'),
    checked: 'page',
  },
  // An account may begin with less than the default.
  lambdaConcurrency: {
    ...{ name: 'Lambda: concurrent executions', per: 'at a time', value: 1_000, adjustable: true },
    source: guide('lambda/latest/dg/gettingstarted-limits.html'),
    checked: 'page',
  },
  connectCalls: {
    ...{ name: 'Connect: concurrent active calls', per: 'at a time', value: 10, adjustable: true },
    source: CONNECT,
    checked: 'page',
  },
  connectApi: {
    ...{ name: 'Connect: requests of one API operation', per: 'second', value: 2, adjustable: true },
    source: guide('connect/latest/APIReference/best-practices-connect-apis.html'),
    checked: 'answer',
  },
  // The guide names no numbers after the sandbox, because AWS sets them for each account. This is AWS's own
  // statement of the usual ones; `mailsPerSecond` of a stage is the granted rate.
  sesDay: {
    ...{ name: 'SES: mails sent', per: 'day', value: 50_000, adjustable: true },
    source: SES,
    checked: 'account',
  },
  sesRate: {
    ...{ name: 'SES: mails sent', per: 'second', value: 14, adjustable: true },
    ...{ delays: true, source: SES },
    checked: 'account',
  },
  apiRequests: {
    ...{ name: 'API Gateway: requests', per: 'second', value: 10_000, adjustable: true },
    source: 'https://repost.aws/knowledge-center/api-gateway-throttling',
    checked: 'answer',
  },
} as const satisfies Readonly<Record<string, Quota>>;
export type QuotaName = keyof typeof QUOTAS;
