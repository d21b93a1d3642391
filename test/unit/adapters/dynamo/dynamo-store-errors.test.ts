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
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { retryPauseMs } from '#shared/adapters/aws/retry-pause.ts';
import { stateItem } from '#shared/adapters/table/state-item.ts';
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
    ['unreachable', refused, 'the endpoint does not answer'],
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
  const item = { ...stateItem('case', stored, 1), priority: 'soon' };
  dynamo.on(GetCommand).resolves({ Item: item });
  await expect(store.load('case', stored.id)).rejects.toThrow(
    new RegExp(`^item case#${stored.id} state: field priority: `, 'u'),
  );
  dynamo.on(GetCommand).resolves({ Item: { ...item, priority: undefined } });
  await expect(store.load('case', stored.id)).rejects.toThrow(
    `item case#${stored.id} state: field priority is missing`,
  );
});

test('a state is read once, eventually consistent, when an event says how new it must be', async () => {
  dynamo.on(GetCommand).resolves({ Item: stateItem('case', stored, 1) });
  await store.load('case', stored.id, 1);
  await store.load('case', stored.id);
  const reads = dynamo.commandCalls(GetCommand).map(({ args }) => args[0].input.ConsistentRead);
  expect(reads).toEqual([false, true]);
});

test('keys that a batch left unread are asked for again', async () => {
  const item = stateItem('case', stored, 1);
  const { pk, sk, ownerSort } = item;
  dynamo.on(QueryCommand).resolves({ Items: [{ pk, sk, ownerSort }] });
  dynamo
    .on(BatchGetCommand)
    .resolvesOnce({ UnprocessedKeys: { rida: { Keys: [{ pk, sk }] } } })
    .resolves({ Responses: { rida: [item] } });
  const page = await store.ofBeneficiary(stored.beneficiary.id, { limit: 5 });
  expect(page).toEqual({ items: [stored] });
  expect(dynamo.commandCalls(BatchGetCommand)).toHaveLength(2);
});

test('a state whose index entry is seen at two places at once is asked for once', async () => {
  const item = stateItem('case', stored, 1);
  const { pk, sk, ownerSort } = item;
  const moved = { pk, sk, ownerSort: `${String(ownerSort)}-moved` };
  dynamo.on(QueryCommand).resolves({ Items: [{ pk, sk, ownerSort }, moved] });
  dynamo.on(BatchGetCommand).resolves({ Responses: { rida: [item] } });
  await store.ofBeneficiary(stored.beneficiary.id, { limit: 5 });
  const asked = dynamo.commandCalls(BatchGetCommand)[0]?.args[0].input.RequestItems?.rida?.Keys;
  expect(asked).toEqual([{ pk, sk }]);
});

test('unprocessed keys are retried after a random pause, so that throttled readers do not retry together', () => {
  const draws = Array.from({ length: 100 }, () => retryPauseMs(50));
  expect(new Set(draws).size).toBeGreaterThan(90);
  expect([retryPauseMs(50, 0), retryPauseMs(50, 0.5), retryPauseMs(50, 1)]).toEqual([25, 37.5, 50]);
  for (const ms of draws) expect(ms).toBeGreaterThanOrEqual(25);
  for (const ms of draws) expect(ms).toBeLessThanOrEqual(50);
});

test('the unprocessed keys of each batch are retried after its own pause', async () => {
  const item = stateItem('case', stored, 1);
  const { pk, sk, ownerSort } = item;
  const random = vi.spyOn(Math, 'random');
  onTestFinished(() => void random.mockRestore());
  dynamo.on(QueryCommand).resolves({ Items: [{ pk, sk, ownerSort }] });
  dynamo
    .on(BatchGetCommand)
    .resolvesOnce({ UnprocessedKeys: { rida: { Keys: [{ pk, sk }] } } })
    .resolvesOnce({ UnprocessedKeys: { rida: { Keys: [{ pk, sk }] } } })
    .resolves({ Responses: { rida: [item] } });
  await store.ofBeneficiary(stored.beneficiary.id, { limit: 5 });
  expect(random).toHaveBeenCalledTimes(2);
});

test('keys that are left unread again and again are given up with one line', async () => {
  const { pk, sk, ownerSort } = stateItem('case', stored, 1);
  dynamo.on(QueryCommand).resolves({ Items: [{ pk, sk, ownerSort }] });
  dynamo.on(BatchGetCommand).resolves({ UnprocessedKeys: { rida: { Keys: [{ pk, sk }] } } });
  await expect(store.ofBeneficiary(stored.beneficiary.id, { limit: 5 })).rejects.toThrow(
    new StoreError('throttled', 'DynamoDB table rida: 1 keys were unprocessed after 6 attempts'),
  );
  expect(dynamo.commandCalls(BatchGetCommand)).toHaveLength(6);
});
