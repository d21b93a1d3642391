import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  ProvisionedThroughputExceededException,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, test } from 'vitest';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { headItem } from '#shared/adapters/table/head-item.ts';
import { StoreError } from '#shared/ports/store-error.ts';
import { aCase } from '#test/builders/a-case.ts';

const client = new DynamoDBClient({ region: 'local' });
const dynamo = mockClient(DynamoDBDocumentClient);
const store = new DynamoStore({ client, table: 'rida' });
const stored = aCase({ causes: [] });
const effect = { id: 'e', at: 1, what: 'mail', to: 'a@b.example', token: 't' };
const message = { message: 'said by the service', $metadata: {} };

beforeEach(() => dynamo.reset());

describe('a failure of DynamoDB is one line that names the table', () => {
  const refused = Object.assign(new AggregateError([], ''), { code: 'ECONNREFUSED' });
  const cases = [
    ['no-table', new ResourceNotFoundException(message), 'there is no such table'],
    ['throttled', new ProvisionedThroughputExceededException(message), 'too many requests'],
    ['unreachable', refused, 'nobody answers at the endpoint'],
    [
      'denied',
      Object.assign(new Error(''), { name: 'CredentialsProviderError' }),
      'there are no credentials',
    ],
    ['failed', new Error('strange\nand long'), 'strange'],
  ] as const;
  for (const [code, cause, line] of cases) {
    test(code, async () => {
      dynamo.rejects(cause);
      const attempts = [
        store.load('case', 'x'),
        store.recordEffect('case', 'x', effect),
        store.due(0, 0, { limit: 1 }),
      ];
      for (const attempt of await Promise.allSettled<unknown>(attempts)) {
        expect(attempt).toMatchObject({
          status: 'rejected',
          reason: new StoreError(code, `DynamoDB table rida: ${line}`),
        });
        expect(attempt).toHaveProperty('reason.code', code);
      }
    });
  }
});

test('a failed condition is an answer, no failure', async () => {
  dynamo.on(PutCommand).rejects(new ConditionalCheckFailedException(message));
  expect(await store.recordEffect('case', 'x', effect)).toBe(false);
});

test('an item that cannot be a case names itself and the field', async () => {
  const item = { ...headItem('case', stored, 1), p: 'soon' };
  dynamo.on(GetCommand).resolves({ Item: item });
  await expect(store.load('case', stored.id)).rejects.toThrow(
    new RegExp(`^item CASE#${stored.id} HEAD: field priority \\(p\\): `, 'u'),
  );
  dynamo.on(GetCommand).resolves({ Item: { ...item, p: undefined } });
  await expect(store.load('case', stored.id)).rejects.toThrow(
    `item CASE#${stored.id} HEAD: field priority (p) is missing`,
  );
});

test('a head is read once, eventually consistent, when an event says how new it must be', async () => {
  dynamo.on(GetCommand).resolves({ Item: headItem('case', stored, 1) });
  await store.load('case', stored.id, 1);
  await store.load('case', stored.id);
  const reads = dynamo.commandCalls(GetCommand).map(({ args }) => args[0].input.ConsistentRead);
  expect(reads).toEqual([false, true]);
});

test('keys that a batch left unread are asked for again', async () => {
  const item = headItem('case', stored, 1);
  const { pk, sk, bs } = item;
  dynamo.on(QueryCommand).resolves({ Items: [{ pk, sk, bs }] });
  dynamo
    .on(BatchGetCommand)
    .resolvesOnce({ UnprocessedKeys: { rida: { Keys: [{ pk, sk }] } } })
    .resolves({ Responses: { rida: [item] } });
  const page = await store.ofBeneficiary(stored.beneficiary.id, { limit: 5 });
  expect(page).toEqual({ items: [stored] });
  expect(dynamo.commandCalls(BatchGetCommand)).toHaveLength(2);
});
