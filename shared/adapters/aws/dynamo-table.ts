import { setTimeout as pause } from 'node:timers/promises';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Item, Key } from '#shared/adapters/table/item.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import { type Condition, conditionInput, type Write, writeInput } from './dynamo-condition.ts';
import { conditionFailed, dynamoError, firstConditionFailed, transactionRefused } from './dynamo-error.ts';
import { retryPauseMs } from './retry-pause.ts';

/** Maximum number of keys in one BatchGetItem. */
const BATCH = 100;
/** Maximum number of writes in one BatchWriteItem. */
const WRITE_BATCH = 25;
/** Number of attempts for keys that DynamoDB left unprocessed, and the longest pause before each attempt. */
const TRIES = 6;
const longestPause = (tries: number): number => 25 * 2 ** tries;

/** A query's condition and index. The table name is added. */
export type QueryInput = Omit<QueryCommandInput, 'TableName'>;

/** A write of BatchWriteItem. */
type WriteRequest =
  | { PutRequest: { Item: Record<string, unknown> } }
  | { DeleteRequest: { Key: Record<string, unknown> } };

/** One DynamoDB table: reads and writes items, and converts failures to one-line StoreErrors. */
export class DynamoTable {
  readonly #client: DynamoDBDocumentClient;
  readonly #name: string;

  constructor(client: DynamoDBClient, name: string) {
    this.#client = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
    this.#name = name;
  }

  async get({ pk, sk }: Key, consistent: boolean): Promise<Item | undefined> {
    const command = new GetCommand({ TableName: this.#name, Key: { pk, sk }, ConsistentRead: consistent });
    const { Item: item } = await this.#try(() => this.#client.send(command));
    return item as Item | undefined;
  }

  /** Store an item. Return false when the condition is not met. */
  async put(item: Item, condition: Condition): Promise<boolean> {
    const command = new PutCommand({ TableName: this.#name, Item: item, ...conditionInput(condition) });
    try {
      await this.#client.send(command);
      return true;
    } catch (cause) {
      if (conditionFailed(cause)) return false;
      throw dynamoError(this.#name, cause);
    }
  }

  /** Store items in one transaction. Return false when a condition is not met. */
  async putAll(puts: readonly { item: Item; condition: Condition }[]): Promise<boolean> {
    const TransactItems = puts.map(({ item, condition }) => ({
      Put: { TableName: this.#name, Item: item, ...conditionInput(condition) },
    }));
    try {
      await this.#client.send(new TransactWriteCommand({ TransactItems }));
      return true;
    } catch (cause) {
      if (transactionRefused(cause)) return false;
      throw dynamoError(this.#name, cause);
    }
  }

  /**
   * Write items in one transaction. Return the number of the first write whose condition is not met, or undefined
   * when all were stored. Retry while another writer holds one of the items.
   */
  async writeAll(writes: readonly Write[]): Promise<number | undefined> {
    const TransactItems = writes.map((write) => writeInput(this.#name, write));
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (tries > 0) await pause(retryPauseMs(longestPause(tries)));
      try {
        await this.#client.send(new TransactWriteCommand({ TransactItems }));
        return undefined;
      } catch (cause) {
        if (!transactionRefused(cause)) throw dynamoError(this.#name, cause);
        const failed = firstConditionFailed(cause);
        if (failed !== undefined) return failed;
      }
    }
    const message = `DynamoDB table ${this.#name}: other writers held the items for ${TRIES} attempts`;
    throw new StoreError('throttled', message);
  }

  /** Remove an item if it exists. */
  async remove({ pk, sk }: Key): Promise<void> {
    const command = new DeleteCommand({ TableName: this.#name, Key: { pk, sk } });
    await this.#try(() => this.#client.send(command));
  }

  /** Return the items of a query, up to a limit. */
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
      found.push(...(items as Item[]));
      start = last;
    } while (start && found.length < limit);
    return found;
  }

  /**
   * Return the items of keys, in any order. Request each key once: BatchGetItem rejects repeated keys, and an
   * index entry that moves appears at both places.
   */
  async getMany(keys: readonly Key[], consistent = false): Promise<Item[]> {
    const unique = [...new Map(keys.map(({ pk, sk }) => [JSON.stringify([pk, sk]), { pk, sk }])).values()];
    const batches = Array.from({ length: Math.ceil(unique.length / BATCH) }, (_, at) =>
      this.#batch(unique.slice(at * BATCH, (at + 1) * BATCH), consistent),
    );
    return (await Promise.all(batches)).flat();
  }

  async #batch(keys: readonly Key[], consistent: boolean): Promise<Item[]> {
    const found: Item[] = [];
    let left: Record<string, unknown>[] = keys.map((key) => ({ ...key }));
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === TRIES) {
        const message = `DynamoDB table ${this.#name}: ${left.length} keys were unprocessed after ${TRIES} attempts`;
        throw new StoreError('throttled', message);
      }
      if (tries > 0) await pause(retryPauseMs(longestPause(tries)));
      const request = { Keys: left, ConsistentRead: consistent };
      const command = new BatchGetCommand({ RequestItems: { [this.#name]: request } });
      const answer = await this.#try(() => this.#client.send(command));
      found.push(...((answer.Responses?.[this.#name] ?? []) as Item[]));
      left = answer.UnprocessedKeys?.[this.#name]?.Keys ?? [];
    }
    return found;
  }

  /**
   * Store and remove items without a condition, in any order. A failure may leave some unwritten, so the caller
   * repeats it.
   */
  async writeMany(puts: readonly Item[], removals: readonly Key[]): Promise<void> {
    const requests = [
      ...puts.map((item) => ({ PutRequest: { Item: item } })),
      ...removals.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } })),
    ];
    for (let at = 0; at < requests.length; at += WRITE_BATCH)
      await this.#writeBatch(requests.slice(at, at + WRITE_BATCH));
  }

  async #writeBatch(requests: readonly WriteRequest[]): Promise<void> {
    let left = [...requests];
    for (let tries = 0; left.length > 0; tries += 1) {
      if (tries === TRIES) {
        const message = `DynamoDB table ${this.#name}: ${left.length} writes were unprocessed after ${TRIES} attempts`;
        throw new StoreError('throttled', message);
      }
      if (tries > 0) await pause(retryPauseMs(longestPause(tries)));
      const command = new BatchWriteCommand({ RequestItems: { [this.#name]: left } });
      const answer = await this.#try(() => this.#client.send(command));
      left = (answer.UnprocessedItems?.[this.#name] ?? []) as WriteRequest[];
    }
  }

  async #try<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (cause) {
      throw dynamoError(this.#name, cause);
    }
  }
}
