import { RemovalPolicy } from 'aws-cdk-lib';
import { MathExpression } from 'aws-cdk-lib/aws-cloudwatch';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { COMMIT, settingsKey } from '#shared/adapters/table/keys.ts';
import { EXPIRY, indexSchemas, tableSchema } from '#shared/adapters/table/schema.ts';
import type { Granted } from './granted.ts';
import type { Platform } from './platform.ts';

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITE = ['dynamodb:PutItem', 'dynamodb:DeleteItem'];

/**
 * The access of a function to the table. `sweep` reads, and writes how far new settings have been applied.
 * `settings` reads only the settings. `count` writes, and adds to counters.
 */
export type TableUse = 'read' | 'write' | 'count' | 'sweep' | 'settings';

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
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    this.table = new Table(this, 'Table', {
      partitionKey: text(tableSchema.partition),
      sortKey: text(tableSchema.sort),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: platform.keys.content,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      stream: StreamViewType.NEW_IMAGE,
      timeToLiveAttribute: EXPIRY,
      deletionProtection: platform.stage.deployed !== undefined,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    for (const { name, partition, sort } of indexSchemas) {
      this.table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: text(partition),
        sortKey: text(sort),
        projectionType: ProjectionType[tableSchema.projection],
      });
    }
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
    const conditions = { 'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': [settingsKey.pk] } };
    const statements = [
      use === 'settings'
        ? new PolicyStatement({ actions: ['dynamodb:GetItem'], resources: [tableArn], conditions })
        : new PolicyStatement({ actions: READ, resources: [tableArn, ...indexArns] }),
    ];
    if (use === 'sweep') {
      statements.push(
        new PolicyStatement({ actions: ['dynamodb:PutItem'], resources: [tableArn], conditions }),
      );
    }
    if (use === 'write' || use === 'count') {
      const actions = use === 'count' ? [...WRITE, 'dynamodb:UpdateItem'] : WRITE;
      statements.push(new PolicyStatement({ actions, resources: [tableArn] }));
    }
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
