import { fedQueues } from './fed-queues.ts';
import { ofType, type Template } from './model.ts';
import { PRICES } from './prices.ts';

/** One line of the cost of a month, in US dollars. */
interface CostLine {
  readonly what: string;
  readonly amount: string;
  readonly usd: number;
}

/** Resource types that cost nothing while they are not used. */
const IDLE_IS_FREE: readonly RegExp[] = [
  /^AWS::(ApiGatewayV2|AppIntegrations|CertificateManager|CloudFormation|Connect|IAM|Route53|SES|SNS)::/u,
  /^AWS::Cognito::/u,
  /^AWS::DynamoDB::Table$/u,
  /^AWS::Events::/u,
  /^AWS::Lambda::(Alias|EventInvokeConfig|EventSourceMapping|Function|Permission|Version)$/u,
  /^AWS::Logs::LogGroup$/u,
  /^AWS::S3::/u,
  /^AWS::SQS::QueuePolicy$/u,
  /^AWS::Scheduler::Schedule$/u,
  /^Custom::RidaDeployStep$/u,
];
const CHARGED = [
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::KMS::Key',
  'AWS::Kinesis::Stream',
  'AWS::Logs::MetricFilter',
  'AWS::SQS::Queue',
  'AWS::SecretsManager::Secret',
];

/**
 * Lambda polls each queue with at least this many long polls at a time, of 20 seconds each (developer guide,
 * "Using Lambda with Amazon SQS": five concurrent batches at the start).
 */
const POLLERS = 5;
const POLL_SECONDS = 20;
/** The shared reader receives for 50 seconds of each minute, with one long poll of a queue after the other. */
const RUN_SECONDS = 50;
const POLLS_OF_A_RUN = Math.ceil(RUN_SECONDS / POLL_SECONDS);

const counted = (
  what: string,
  count: number,
  { usd, free = 0 }: { usd: number; free?: number },
): CostLine => ({
  what,
  amount: free > 0 ? `${count}, ${free} of them free` : String(count),
  usd: Math.max(0, count - free) * usd,
});

/**
 * Return the resource types of a template for which this computation has no price.
 *
 * @internal exported for tests
 */
export const unpriced = (template: Template): string[] =>
  [...new Set(Object.values(template.resources).map(({ Type }) => Type))].filter(
    (type) => !CHARGED.includes(type) && !IDLE_IS_FREE.some((free) => free.test(type)),
  );

/** Return what a month costs without a single call or mail, beside Amazon Connect. */
function fixedCost(template: Template): CostLine[] {
  const count = (type: string) => ofType(template, type).length;
  const hours = PRICES.hoursPerMonth;
  const streams = ofType(template, 'AWS::Kinesis::Stream').map(([id, { Properties }]) => {
    const shards = Number(Properties.ShardCount ?? 1);
    const kept = Number(Properties.RetentionPeriodHours ?? 24);
    const extended = kept > 24 ? PRICES.extendedShardHour.usd : 0;
    return {
      what: `Kinesis stream ${id.replace(/[0-9A-F]{8}$/u, '')}`,
      amount: `${shards} shard, ${kept} hours`,
      usd: shards * hours * (PRICES.shardHour.usd + extended),
    };
  });
  const fed = fedQueues(template);
  const mapped = fed.filter(({ mapping }) => mapping !== undefined).length;
  const shared = fed.length - mapped;
  const polls =
    ((mapped * POLLERS * hours * 3600) / POLL_SECONDS + shared * POLLS_OF_A_RUN * hours * 60) / 1e6;
  const readers = new Set(fed.flatMap(({ reader, mapping }) => (mapping === undefined ? [reader] : [])));
  const running = [...readers].map((id) => {
    const mebibytes = Number(template.resources[id]?.Properties.MemorySize);
    const used = (mebibytes / 1024) * hours * 60 * RUN_SECONDS;
    const { usd, free } = PRICES.lambdaGigabyteSecond;
    return {
      what: 'function that reads all queues',
      amount: `${Math.round(used).toLocaleString('en')} GB seconds, ${free.toLocaleString('en')} free`,
      usd: Math.max(0, used - free) * usd,
    };
  });
  const warm = ofType(template, 'AWS::Lambda::Alias').map(([, { Properties }]) => {
    const { ProvisionedConcurrentExecutions: started = 0 } = (Properties.ProvisionedConcurrencyConfig ??
      {}) as { ProvisionedConcurrentExecutions?: number };
    return started * hours * 3600 * PRICES.warmGigabyteSecond.usd;
  });
  return [
    ...streams,
    counted('KMS keys', count('AWS::KMS::Key'), PRICES.kmsKey),
    counted('secrets', count('AWS::SecretsManager::Secret'), PRICES.secret),
    counted('alarms', count('AWS::CloudWatch::Alarm'), PRICES.alarm),
    counted('metrics of log codes', count('AWS::Logs::MetricFilter'), PRICES.customMetric),
    counted('dashboards', count('AWS::CloudWatch::Dashboard'), PRICES.dashboard),
    {
      what: 'empty polls of queues',
      amount: `${polls.toFixed(1)} million for ${fed.length} queues, ${PRICES.queueMillion.free} million free`,
      usd: Math.max(0, polls - PRICES.queueMillion.free) * PRICES.queueMillion.usd,
    },
    ...running,
    ...(warm.length > 0
      ? [
          {
            what: 'started instances',
            amount: `${warm.length} functions`,
            usd: warm.reduce((a, b) => a + b, 0),
          },
        ]
      : []),
  ];
}

/** The reference load of a working day. */
const LOAD = { calls: 40, minutesOfCall: 4, mails: 45, workingDays: 22, staff: 15 } as const;

/** The use of services by one case in its whole life: the budget of the table, and estimates of the others. */
const CASE = {
  writeUnits: 45,
  readUnits: 12,
  events: 10,
  invocations: 30,
  gigabyteSeconds: 6,
  mailsOut: 3,
  requests: 12,
  logKilobytes: 40,
} as const;

/**
 * The use of services by indexing one message for the search. A mail of 50 Arabic words has about 60 with and without
 * the article; each is an item of the table and one of its index. The words of the case are read first, so that only
 * new ones are written. `ofCase`: messages of a case, and the changes without a message that move its entry.
 */
const INDEXED = {
  words: 60,
  itemsOfWord: 2,
  entryUnits: 1,
  readUnits: 6,
  ofCase: 4,
  changesOfCase: 3,
} as const;

/** Return what one message costs in the index of the search. */
const costOfIndexing = (words: number = INDEXED.words): number =>
  ((words * INDEXED.itemsOfWord + INDEXED.entryUnits) * PRICES.writeUnitMillion.usd) / 1e6 +
  (INDEXED.readUnits * PRICES.readUnitMillion.usd) / 1e6 +
  PRICES.lambdaMillion.usd / 1e6;

/** Return what one case costs in the index of the search. */
const costOfSearching = (): number =>
  INDEXED.ofCase * costOfIndexing() + INDEXED.changesOfCase * costOfIndexing(0);

/** Return what one case costs beside its call: the use of services for its whole life. */
const costOfCase = (): number =>
  (CASE.writeUnits * PRICES.writeUnitMillion.usd) / 1e6 +
  (CASE.readUnits * PRICES.readUnitMillion.usd) / 1e6 +
  (CASE.events * PRICES.eventMillion.usd) / 1e6 +
  (CASE.invocations * PRICES.lambdaMillion.usd) / 1e6 +
  CASE.gigabyteSeconds * PRICES.lambdaGigabyteSecond.usd +
  (CASE.mailsOut * PRICES.mailThousand.usd) / 1e3 +
  (CASE.requests * PRICES.httpMillion.usd) / 1e6 +
  (CASE.logKilobytes * PRICES.logGigabyte.usd) / 1e6;

/** Return what the reference load adds to the fixed charges in a month, without free amounts. */
function loadCost(): CostLine[] {
  const { calls, minutesOfCall, mails, workingDays, staff } = LOAD;
  const cases = (calls + mails) * workingDays;
  const minutes = calls * minutesOfCall * workingDays;
  return [
    { what: 'cases', amount: `${cases}`, usd: cases * costOfCase() },
    { what: 'search index', amount: `${cases * INDEXED.ofCase} messages`, usd: cases * costOfSearching() },
    {
      what: 'received mails',
      amount: `${mails * workingDays}`,
      usd: (mails * workingDays * PRICES.mailThousand.usd) / 1e3,
    },
    { what: 'signed-in staff', amount: `${staff}`, usd: staff * PRICES.activeUser.usd },
    {
      what: 'Amazon Connect, without the line',
      amount: `${minutes} minutes`,
      usd: minutes * PRICES.connectMinute.usd,
    },
  ];
}

const sumOf = (lines: readonly CostLine[]): number => lines.reduce((sum, { usd }) => sum + usd, 0);

/**
 * Return the fixed charges of a month in US dollars.
 *
 * @internal exported for tests
 */
export const fixedSum = (template: Template): number => sumOf(fixedCost(template));

/** Return the cost of a template as Markdown tables. */
export function costTable(template: Template): string {
  const dollars = (usd: number) => usd.toFixed(2);
  const rows = (lines: readonly CostLine[]) =>
    lines.map(({ what, amount, usd }) => `| ${what} | ${amount} | ${dollars(usd)} |`);
  const fixed = fixedCost(template);
  const load = loadCost();
  return [
    '| fixed charge | amount | US dollars a month |',
    '|---|---|---|',
    ...rows(fixed),
    `| **without any call or mail, beside Connect** | | **${dollars(sumOf(fixed))}** |`,
    '',
    `| ${LOAD.calls} calls of ${LOAD.minutesOfCall} minutes and ${LOAD.mails} mails a working day | amount | US dollars a month |`,
    '|---|---|---|',
    ...rows(load),
    `| **with the fixed charges** | | **${dollars(sumOf(fixed) + sumOf(load))}** |`,
    '',
    `One case costs ${((costOfCase() + costOfSearching()) * 100).toFixed(2)} US cents beside its call, and one message ${(costOfIndexing() * 100).toFixed(3)} in the index of the search. Prices of ${PRICES.region}; compare them with the pages in \`infra/tools/template/prices.ts\`.`,
  ].join('\n');
}
