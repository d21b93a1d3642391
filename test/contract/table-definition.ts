import { DynamoDB, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';
import { type IndexSchema, indexSchemas, tableSchema, wordIndex } from '#shared/adapters/table/schema.ts';

/** A client of DynamoDB Local. It needs credentials but does not check them. */
export const localClient = (endpoint: string, more: DynamoDBClientConfig = {}): DynamoDB =>
  new DynamoDB({
    endpoint,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    ...more,
  });

const keySchema = ({ partition, sort }: { readonly partition: string; readonly sort: string }) => [
  { AttributeName: partition, KeyType: 'HASH' as const },
  { AttributeName: sort, KeyType: 'RANGE' as const },
];

interface TableShape {
  readonly partition: string;
  readonly sort: string;
  readonly indexes: readonly IndexSchema[];
}

const caseTable: TableShape = { ...tableSchema, indexes: indexSchemas };

/** The shape of the table of the search. */
export const searchTable: TableShape = { ...tableSchema, indexes: [wordIndex] };

/** Create a table from the schema of its keys and indexes, and return its name. */
export async function createTable(client: DynamoDB, name: string, shape = caseTable): Promise<string> {
  const keyed = [shape, ...shape.indexes];
  await client.createTable({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keyed.flatMap(({ partition, sort }) =>
      [partition, sort].map((AttributeName) => ({ AttributeName, AttributeType: 'S' as const })),
    ),
    KeySchema: keySchema(shape),
    GlobalSecondaryIndexes: shape.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection: { ProjectionType: tableSchema.projection },
    })),
  });
  return name;
}
