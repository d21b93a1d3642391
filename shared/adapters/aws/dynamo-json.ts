import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Item } from '#shared/adapters/table/item.ts';

/** The attributes of an item with their types, such as `{ "pk": { "S": "settings" } }`. */
export type DynamoJson = Readonly<Record<string, unknown>>;

/** Convert an item to the JSON of DynamoDB. */
export const toDynamoJson = (item: Item): DynamoJson => marshall(item, { removeUndefinedValues: true });

export const fromDynamoJson = (json: DynamoJson): Readonly<Record<string, unknown>> =>
  unmarshall(json as Record<string, AttributeValue>);
