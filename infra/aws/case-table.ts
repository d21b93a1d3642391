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
import { indexSchemas, tableSchema } from '#shared/adapters/table/schema.ts';
import type { Granted } from './granted.ts';
import type { Platform } from './platform.ts';

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const WRITE = ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:ConditionCheckItem'];

/**
 * What a function does with the table; `sweep` reads, and writes how far settings have been carried;
 * `settings` reads the settings and nothing else.
 */
export type TableUse = 'read' | 'write' | 'sweep' | 'settings';

/** Everything the centre knows: one table, its indexes, and the stream of what was committed. */
export class CaseTable extends Construct {
  /** Which stream records are commits, for whoever reads the stream. */
  readonly commitsInStream = {
    eventName: ['INSERT'],
    dynamodb: { Keys: { [tableSchema.sort]: { S: [{ prefix: COMMIT }] } } },
  };
  private readonly foundation: Platform;
  private readonly table: Table;

  constructor(scope: Construct, id: string, foundation: Platform) {
    super(scope, id);
    this.foundation = foundation;
    const text = (name: string) => ({ name, type: AttributeType.STRING });
    this.table = new Table(this, 'Table', {
      partitionKey: text(tableSchema.partition),
      sortKey: text(tableSchema.sort),
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey: foundation.keys.content,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
      stream: StreamViewType.NEW_IMAGE,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    for (const { name, partition, sort } of indexSchemas) {
      this.table.addGlobalSecondaryIndex({
        indexName: name,
        partitionKey: text(partition),
        sortKey: text(sort),
        projectionType: ProjectionType[tableSchema.projection],
      });
    }
    const { alarms } = foundation;
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
      impact:
        'Cases cannot be read or stored fast enough: mail and calls of beneficiaries are registered late.',
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

  /** The table's name and the right to use it that way. */
  use(use: TableUse): Granted {
    const { tableArn, tableName } = this.table;
    const indexArns = indexSchemas.map(({ name }) => `${tableArn}/index/${name}`);
    const { keys } = this.foundation;
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
    if (use === 'write') statements.push(new PolicyStatement({ actions: WRITE, resources: [tableArn] }));
    const underKey =
      use === 'read' || use === 'settings'
        ? keys.use(keys.content, 'kms:Decrypt')
        : keys.use(keys.content, 'kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey');
    return { value: tableName, statements: [...statements, underKey] };
  }

  /** What reading the stream takes (Lambda developer guide, "Using Lambda with Amazon DynamoDB"). */
  readingStream(): PolicyStatement[] {
    const { keys } = this.foundation;
    return [
      new PolicyStatement({
        actions: [
          'dynamodb:DescribeStream',
          'dynamodb:GetRecords',
          'dynamodb:GetShardIterator',
          'dynamodb:ListStreams',
        ],
        resources: [this.streamArn],
      }),
      keys.use(keys.content, 'kms:Decrypt'),
    ];
  }
}
