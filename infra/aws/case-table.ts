import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import { StreamViewType, type Table } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import {
  ASKED_REPORTS,
  accessesPartition,
  CHANGES,
  COMMIT,
  draftsPartition,
  ENDED_WORK,
  PROMISED_CALLS,
  partitionOf,
  quotaKey,
  settingsKey,
  shardsKey,
  WORK,
} from '#shared/adapters/table/keys.ts';
import { EXPIRY, indexSchemas, tableSchema } from '#shared/adapters/table/schema.ts';
import { contentTable } from './content-table.ts';
import type { Granted } from './granted.ts';
import type { Platform } from './platform.ts';

const READ_KEYS = ['dynamodb:GetItem', 'dynamodb:BatchGetItem'];
const READ = [...READ_KEYS, 'dynamodb:Query'];
const WRITE = ['dynamodb:PutItem', 'dynamodb:DeleteItem'];

/**
 * The access of a function to the table. `sweep` reads, and writes how far new settings have been applied.
 * `settings` reads only the settings. `count` writes, and adds to counters. `read-recorded` reads, and records who
 * read personal data. `figures` is the same for the pages of the figures, which store noted changes, asked reports and
 * drafts. `public` is for pages without a sign-in: single cases, people and limits of guesses by their
 * keys, no index, and the settings for reading. `departments` is for their pages: single cases by their keys, the list
 * of work, drafts, and the settings for reading.
 */
export type TableUse =
  | 'read'
  | 'read-recorded'
  | 'figures'
  | 'write'
  | 'count'
  | 'sweep'
  | 'settings'
  | 'public'
  | 'departments';

/** The partitions that pages without a sign-in may change: single cases and people, and the limits of guesses. */
const PUBLIC = [...['case', 'person'].map((kind) => partitionOf(kind, '*')), quotaKey('guesses-*').pk];
/** The indexes with the list of work. */
const LISTS = (['list', 'assignee', 'due'] as const).map((index) => tableSchema.indexes[index].name);
const CASES = partitionOf('case', '*');
const SHARDS = shardsKey('*').pk;
/** The words that departments type behind their links. */
const LINK_DRAFTS = draftsPartition('/s/d/*');

/** The words that staff type on the pages of the figures. */
const FIGURE_DRAFTS = draftsPartition('/figures/*');

/** A condition on the partitions of a request. */
const onPartitions = (operator: 'StringEquals' | 'StringLike', ...partitions: readonly string[]) => ({
  [`ForAllValues:${operator}`]: { 'dynamodb:LeadingKeys': partitions },
});

/** The table with all data of the centre, its indexes, and its stream. */
export class CaseTable extends Construct {
  /** The filter for stream records that are commits. */
  readonly commitsInStream = {
    eventName: ['INSERT'],
    dynamodb: { Keys: { [tableSchema.sort]: { S: [{ prefix: COMMIT }] } } },
  };
  private readonly platform: Platform;
  private readonly table: Table;

  constructor(scope: Construct, id: string, platform: Platform) {
    super(scope, id);
    this.platform = platform;
    this.table = contentTable(this, platform, indexSchemas, {
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: EXPIRY,
    });
    const { alarms } = platform;
    alarms.add(this, 'Throttled', {
      metric: new MathExpression({
        expression: 'reads + writes',
        usingMetrics: {
          reads: this.table.metric('ReadThrottleEvents', { statistic: 'Sum' }),
          writes: this.table.metric('WriteThrottleEvents', { statistic: 'Sum' }),
        },
      }),
      threshold: 1,
      evaluationPeriods: 3,
      cause: 'a throttled request in each of three periods of five minutes',
      impact:
        'Reads or writes of cases are throttled or fail. Mails and calls of beneficiaries are registered late.',
    });
    alarms.show(
      'Units consumed',
      this.table.metricConsumedReadCapacityUnits(),
      this.table.metricConsumedWriteCapacityUnits(),
    );
  }

  get streamArn(): string {
    if (this.table.tableStreamArn === undefined) throw new Error('the table has no stream');
    return this.table.tableStreamArn;
  }

  /** Return the table name and the permissions for this access. */
  use(use: TableUse): Granted {
    const { tableArn, tableName } = this.table;
    const indexArns = indexSchemas.map(({ name }) => `${tableArn}/index/${name}`);
    const { keys } = this.platform;
    const onSettings = onPartitions('StringEquals', settingsKey.pk);
    const statement = (actions: string[], resources: string[], conditions?: Record<string, unknown>) =>
      new PolicyStatement({ actions, resources, ...(conditions && { conditions }) });
    const statements = {
      settings: () => [statement(['dynamodb:GetItem'], [tableArn], onSettings)],
      read: () => [statement(READ, [tableArn, ...indexArns])],
      'read-recorded': () => [
        statement(READ, [tableArn, ...indexArns]),
        statement(['dynamodb:PutItem'], [tableArn], onPartitions('StringLike', accessesPartition('*'))),
      ],
      figures: () => [
        statement(READ, [tableArn, ...indexArns]),
        statement(
          ['dynamodb:PutItem'],
          [tableArn],
          onPartitions('StringLike', accessesPartition('*'), CHANGES, ASKED_REPORTS, FIGURE_DRAFTS),
        ),
      ],
      sweep: () => [
        statement(READ, [tableArn, ...indexArns]),
        statement(['dynamodb:PutItem'], [tableArn], onSettings),
      ],
      write: () => [statement(READ, [tableArn, ...indexArns]), statement(WRITE, [tableArn])],
      count: () => [
        statement(READ, [tableArn, ...indexArns]),
        statement([...WRITE, 'dynamodb:UpdateItem'], [tableArn]),
      ],
      public: () => [
        statement(READ, [tableArn], onPartitions('StringLike', ...PUBLIC, settingsKey.pk, SHARDS)),
        statement(WRITE, [tableArn], onPartitions('StringLike', ...PUBLIC, SHARDS)),
      ],
      departments: () => [
        statement(READ_KEYS, [tableArn], onPartitions('StringLike', CASES, settingsKey.pk, SHARDS)),
        statement(
          ['dynamodb:Query'],
          [tableArn, ...LISTS.map((name) => `${tableArn}/index/${name}`)],
          onPartitions('StringLike', CASES, `${WORK}*`, PROMISED_CALLS, ENDED_WORK, LINK_DRAFTS),
        ),
        statement(WRITE, [tableArn], onPartitions('StringLike', CASES, SHARDS)),
        statement(['dynamodb:PutItem'], [tableArn], onPartitions('StringLike', LINK_DRAFTS)),
      ],
    }[use]();
    const underKey =
      use === 'read' || use === 'settings'
        ? keys.use(keys.content, 'kms:Decrypt')
        : keys.use(keys.content, 'kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey');
    return { value: tableName, statements: [...statements, underKey] };
  }

  /**
   * Return the permissions to read the stream (Lambda developer guide, "Using Lambda with Amazon DynamoDB").
   */
  readingStream(): PolicyStatement[] {
    const { keys } = this.platform;
    return [
      new PolicyStatement({
        actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
        resources: [this.streamArn],
      }),
      new PolicyStatement({ actions: ['dynamodb:ListStreams'], resources: ['*'] }),
      keys.use(keys.content, 'kms:Decrypt'),
    ];
  }
}
