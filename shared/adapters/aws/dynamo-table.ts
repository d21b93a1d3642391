import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Item, Key } from '#shared/adapters/table/item.ts';
import { expand, squeeze } from '#shared/adapters/table/squeeze.ts';
import { type Condition, conditionInput } from './dynamo-condition.ts';
import { conditionFailed, dynamoError, transactionRefused } from './dynamo-error.ts';

/** How many keys one BatchGetItem takes. */
const BATCH = 100;
const BACK_OFF_MS = 50;

/** A query's condition and place; the table is added. */
export type QueryInput = Omit<QueryCommandInput, 'TableName'>;

/** One DynamoDB table: items in, items out, failures as one-line StoreErrors. */
export class DynamoTable {
  readonly #client: DynamoDBDocumentClient;
  readonly #name: string;

  constructor(client: DynamoDBClient, name: string) {
    this.#client = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
    this.#name = name;
  }

  async get(key: Key, consistent: boolean): Promise<Item | undefined> {
    const command = new GetCommand({ TableName: this.#name, Key: key, ConsistentRead: consistent });
    const { Item: item } = await this.#try(() => this.#client.send(command));
    return item && expand(item as Item);
  }

  /** Stores an item; false when the condition does not hold. */
  async put(item: Item, condition: Condition): Promise<boolean> {
    const command = new PutCommand({
      TableName: this.#name,
      Item: squeeze(item),
      ...conditionInput(condition),
    });
    try {
      await this.#client.send(command);
      return true;
    } catch (cause) {
      if (conditionFailed(cause)) return false;
      throw dynamoError(this.#name, cause);
    }
  }

  /** Stores items together or not at all; false when a condition does not hold. */
  async putAll(puts: readonly { item: Item; condition: Condition }[]): Promise<boolean> {
    const TransactItems = puts.map(({ item, condition }) => ({
      Put: { TableName: this.#name, Item: squeeze(item), ...conditionInput(condition) },
    }));
    try {
      await this.#client.send(new TransactWriteCommand({ TransactItems }));
      return true;
    } catch (cause) {
      if (transactionRefused(cause)) return false;
      throw dynamoError(this.#name, cause);
    }
  }

  /** What a query finds, up to a limit. */
  async query(input: QueryInput, limit = Number.POSITIVE_INFINITY): Promise<Item[]> {
    const found: Item[] = [];
    let start = input.ExclusiveStartKey;
    do {
      const rest = limit - found.length;
      const command = new QueryCommand({
        ...input,
        TableName: this.#name,
        ...(Number.isFinite(rest) && { Limit: rest }),
        ...(start && { ExclusiveStartKey: start }),
      });
      const { Items: items = [], LastEvaluatedKey: last } = await this.#try(() => this.#client.send(command));
      found.push(...items.map((item) => expand(item as Item)));
      start = last;
    } while (start && found.length < limit);
    return found;
  }

  /** The items under keys, in any order; eventually consistent. */
  async getMany(keys: readonly Key[]): Promise<Item[]> {
    const found: Item[] = [];
    let left = keys.map(({ pk, sk }): Record<string, unknown> => ({ pk, sk }));
    for (let refused = 0; left.length > 0; ) {
      const command = new BatchGetCommand({ RequestItems: { [this.#name]: { Keys: left.slice(0, BATCH) } } });
      const answer = await this.#try(() => this.#client.send(command));
      found.push(...(answer.Responses?.[this.#name] ?? []).map((item) => expand(item as Item)));
      const unread = answer.UnprocessedKeys?.[this.#name]?.Keys ?? [];
      left = [...unread, ...left.slice(BATCH)];
      refused = unread.length > 0 ? refused + 1 : 0;
      if (refused > 0) await new Promise((resolve) => setTimeout(resolve, BACK_OFF_MS * 2 ** refused));
    }
    return found;
  }

  async #try<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (cause) {
      throw dynamoError(this.#name, cause);
    }
  }
}
