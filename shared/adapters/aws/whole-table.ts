import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Item, Key } from '#shared/adapters/table/item.ts';
import { tableSchema } from '#shared/adapters/table/schema.ts';
import { dynamoError } from './dynamo-error.ts';
import { DynamoTable } from './dynamo-table.ts';

const KEYS_ONLY = {
  ProjectionExpression: '#pk, #sk',
  ExpressionAttributeNames: { '#pk': tableSchema.partition, '#sk': tableSchema.sort },
};

/** Iterate over every item of a table, in the order of DynamoDB: the items of a partition are together. */
async function* scanned(client: DynamoDBClient, TableName: string, more: object): AsyncGenerator<Item> {
  const documents = DynamoDBDocumentClient.from(client);
  let start: Record<string, unknown> | undefined;
  do {
    const command = new ScanCommand({
      ...{ TableName, ConsistentRead: true, ...more },
      ...(start && { ExclusiveStartKey: start }),
    });
    const page = await documents.send(command).catch((cause: unknown) => {
      throw dynamoError(TableName, cause);
    });
    yield* (page.Items ?? []) as Item[];
    start = page.LastEvaluatedKey;
  } while (start);
}

/** A table as a whole: to move all data of a centre. Work on single items uses `DynamoTable`. */
export const wholeTable = (client: DynamoDBClient, name: string) => {
  const table = new DynamoTable(client, name);
  return {
    items: (): AsyncIterable<Item> => scanned(client, name, {}),
    keys: (): AsyncIterable<Key> => scanned(client, name, KEYS_ONLY),
    get: (key: Key): Promise<Item | undefined> => table.get(key, true),
    /** Store an item unless its key exists. Return false, without a change, when it exists. */
    putOnce: (item: Item): Promise<boolean> => table.put(item, 'absent'),
    /** Store an item in the place of another one. */
    replace: (item: Item): Promise<boolean> => table.put(item, 'any'),
  };
};
export type WholeTable = ReturnType<typeof wholeTable>;
