import { tableSchema } from '#shared/adapters/table/schema.ts';
import type { Asked } from './aws-call.ts';

type Values = Readonly<Record<string, unknown>>;
type Keyed = { readonly Key?: Values; readonly Item?: Values };
interface BatchWrite {
  readonly PutRequest?: Keyed;
  readonly DeleteRequest?: Keyed;
}
interface TransactItem {
  readonly Put?: Keyed & { TableName: string };
  readonly Update?: Keyed & { TableName: string };
  readonly Delete?: Keyed & { TableName: string };
  readonly ConditionCheck?: Keyed & { TableName: string };
}

const TRANSACTED = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

const textOf = (value: unknown): string => String((value as { S?: string } | undefined)?.S ?? '');
const partition = ({ Key, Item }: Keyed): string => textOf((Key ?? Item)?.[tableSchema.partition]);

/** Return the partition that a query names: the value of the first equality of its key condition. */
function queried(input: Values): string {
  const [, name = '', value = ''] = /([#\w]+)\s*=\s*(:\w+)/u.exec(String(input.KeyConditionExpression)) ?? [];
  const names = (input.ExpressionAttributeNames ?? {}) as Readonly<Record<string, string>>;
  const values = (input.ExpressionAttributeValues ?? {}) as Values;
  if (name === '') throw new Error(`a query without a partition: ${input.KeyConditionExpression}`);
  return names[name] === undefined && name.startsWith('#') ? '' : textOf(values[value]);
}

/**
 * Return what an operation of DynamoDB asks for. The condition key `dynamodb:LeadingKeys` has the partition key
 * of each item (developer guide, "Using IAM policy conditions for fine-grained access control").
 */
export function dynamodbAsked(operation: string, input: Values, arnOf: (table: string) => string): Asked[] {
  const asks = (action: string, table: string, keys: readonly string[], index?: unknown): Asked => ({
    action: `dynamodb:${action}`,
    resources: [index === undefined ? arnOf(table) : `${arnOf(table)}/index/${index}`],
    context: { 'dynamodb:LeadingKeys': keys },
  });
  const table = String(input.TableName);
  switch (operation) {
    case 'GetItem':
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return [asks(operation, table, [partition(input as Keyed)])];
    case 'Query':
      return [asks(operation, table, [queried(input)], input.IndexName)];
    case 'BatchGetItem':
      return Object.entries(input.RequestItems as Readonly<Record<string, { Keys: Values[] }>>).map(
        ([name, { Keys }]) =>
          asks(
            operation,
            name,
            Keys.map((Key) => partition({ Key })),
          ),
      );
    case 'BatchWriteItem':
      return Object.entries(input.RequestItems as Readonly<Record<string, readonly BatchWrite[]>>).map(
        ([name, writes]) =>
          asks(
            operation,
            name,
            writes.map(({ PutRequest, DeleteRequest }) => partition(PutRequest ?? DeleteRequest ?? {})),
          ),
      );
    case 'TransactWriteItems':
      return (input.TransactItems as readonly TransactItem[]).flatMap((item) =>
        (Object.keys(TRANSACTED) as (keyof typeof TRANSACTED)[]).flatMap((kind) => {
          const part = item[kind];
          return part ? [asks(TRANSACTED[kind], part.TableName, [partition(part)])] : [];
        }),
      );
    default:
      throw new Error(`the rehearsal does not know the operation dynamodb:${operation}`);
  }
}
