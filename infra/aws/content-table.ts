import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  Table,
  TableEncryption,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb';
import type { Construct } from 'constructs';
import { tableSchema } from '#shared/adapters/table/schema.ts';
import type { Platform } from './platform.ts';

const text = (name: string) => ({ name, type: AttributeType.STRING });

interface Index {
  readonly name: string;
  readonly partition: string;
  readonly sort: string;
}

/** Return a table on demand with content of the centre: encrypted with its key, kept, and with these indexes. */
export function contentTable(
  scope: Construct,
  { keys, stage }: Platform,
  indexes: readonly Index[],
  more: Partial<TableProps> = {},
): Table {
  const table = new Table(scope, 'Table', {
    partitionKey: text(tableSchema.partition),
    sortKey: text(tableSchema.sort),
    billingMode: BillingMode.PAY_PER_REQUEST,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: keys.content,
    deletionProtection: stage.deployed !== undefined,
    removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    ...more,
  });
  for (const { name, partition, sort } of indexes) {
    table.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: text(partition),
      sortKey: text(sort),
      projectionType: ProjectionType[tableSchema.projection],
    });
  }
  return table;
}
