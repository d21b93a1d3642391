import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Item } from '#shared/adapters/table/item.ts';
import { countCapacity, spentBy } from '#test/bench/capacity.ts';
import { itemSize } from '#test/bench/item-size.ts';
import { createTable, localClient } from './table-definition.ts';

const endpoint = inject('dynamodb');
const TableName = 'capacity';
const ReturnConsumedCapacity = 'TOTAL';

/** An item with attributes of every kind, padded with Arabic text to a size in bytes. */
const anItem = (sk: string, bytes: number, keys: Record<string, string> = {}): Item => {
  const item = {
    pk: 'case#1',
    sk,
    n: 1_790_000_000_123,
    negative: -12.5,
    round: 1000,
    zero: 0,
    list: ['a', 1, true, null, { deep: 'نص' }],
    binary: new Uint8Array(10),
    s: '',
    ...keys,
  };
  const rest = Math.max(0, bytes - itemSize(item));
  return { ...item, s: 'م'.repeat(Math.floor(rest / 2)) + 'x'.repeat(rest % 2) };
};

describe.runIf(endpoint)('the capacity accountant agrees with DynamoDB Local', () => {
  const client = localClient(endpoint ?? '');
  const documents = DynamoDBDocumentClient.from(client);
  const capacity = countCapacity(client);
  beforeAll(() => createTable(client, TableName));

  const put = async (item: Item) => {
    let reported: ConsumedCapacity | undefined;
    const { writes } = await spentBy(capacity, async () => {
      const command = new PutCommand({ TableName, Item: item, ReturnConsumedCapacity });
      reported = (await documents.send(command)).ConsumedCapacity;
    });
    return { writes, reported: reported?.CapacityUnits };
  };

  for (const boundary of [1024, 2048, 5120]) {
    for (const more of [-1, 0, 1, 2]) {
      test(`an item of ${boundary + more} bytes`, async () => {
        const { writes, reported } = await put(anItem(`s${boundary}-${more}`, boundary + more));
        expect([writes, reported]).toEqual([Math.ceil((boundary + more) / 1024), writes]);
      });
    }
  }

  test('index entries that come, stay, move and go', async () => {
    const theirs = (sort: string) => ({ ownerPartition: 'beneficiary#b', ownerSort: sort });
    const desk = { duePartition: 'due#0', dueSort: 'soon' };
    const lives = [theirs('1'), { ...theirs('1'), ...desk }, { ...theirs('2'), ...desk }, theirs('2'), {}];
    const spent = [];
    for (const keys of lives) spent.push(await put(anItem('state', 10, keys)));
    expect(spent.map(({ writes }) => writes)).toEqual([2, 2, 3, 2, 2]);
    expect(spent.map(({ reported }) => reported)).toEqual([2, 2, 3, 2, 2]);
  });

  test('an item that shrinks is paid for by its old size', async () => {
    const big = await put(anItem('shrinks', 4000));
    const small = await put(anItem('shrinks', 2));
    expect([big, small]).toEqual([
      { writes: 4, reported: 4 },
      { writes: 4, reported: 4 },
    ]);
  });

  for (const ConsistentRead of [true, false]) {
    test(`reads, consistent: ${ConsistentRead}`, async () => {
      await put(anItem('read', 9000));
      const reported: (number | undefined)[] = [];
      const gets = await spentBy(capacity, async () => {
        for (const sk of ['read', 'absent']) {
          const command = new GetCommand({
            TableName,
            Key: { pk: 'case#1', sk },
            ConsistentRead,
            ReturnConsumedCapacity,
          });
          reported.push((await documents.send(command)).ConsumedCapacity?.CapacityUnits);
        }
      });
      expect(gets.reads).toBe((reported[0] ?? 0) + (reported[1] ?? 0));
      const query = await spentBy(capacity, async () => {
        const command = new QueryCommand({
          TableName,
          KeyConditionExpression: '#pk = :pk',
          ExpressionAttributeNames: { '#pk': 'pk' },
          ExpressionAttributeValues: { ':pk': 'case#1' },
          ConsistentRead,
          ReturnConsumedCapacity,
        });
        reported.push((await documents.send(command)).ConsumedCapacity?.CapacityUnits);
      });
      expect(query.reads).toBe(reported[2]);
    });
  }

  test('a failed condition is charged, though DynamoDB Local does not report it', async () => {
    const command = new PutCommand({
      TableName,
      Item: anItem('shrinks', 2),
      ConditionExpression: 'attribute_not_exists(#pk)',
      ExpressionAttributeNames: { '#pk': 'pk' },
    });
    const { writes } = await spentBy(capacity, () => documents.send(command).catch(() => undefined));
    expect(writes).toBe(1);
  });
});
