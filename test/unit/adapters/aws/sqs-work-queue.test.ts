import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { QueueRefused, sqsWorkQueue } from '#shared/adapters/aws/sqs-work-queue.ts';

const sqs = mockClient(SQSClient);
const url = 'https://sqs.eu-central-1.amazonaws.com/1/due';
const queue = sqsWorkQueue<{ n: number }>(new SQSClient({ region: 'eu-central-1' }), url);
beforeEach(() => void sqs.reset());

const items = (count: number) => Array.from({ length: count }, (_, n) => ({ n }));
const bodies = (): (string | undefined)[][] =>
  sqs
    .commandCalls(SendMessageBatchCommand)
    .map(({ args }) => args[0].input.Entries?.map((e) => e.MessageBody) ?? []);

test('items go out as JSON in tens', async () => {
  sqs.on(SendMessageBatchCommand).resolves({});
  await queue.send(items(12));
  expect(bodies().map(({ length }) => length)).toEqual([10, 2]);
  expect(bodies()[1]).toEqual(['{"n":10}', '{"n":11}']);
  expect(sqs.commandCalls(SendMessageBatchCommand)[0]?.args[0].input.QueueUrl).toBe(url);
});

test('only what was refused is sent again', async () => {
  sqs
    .on(SendMessageBatchCommand)
    .resolvesOnce({ Successful: [], Failed: [{ Id: '1', SenderFault: false, Code: 'InternalError' }] })
    .resolves({});
  await queue.send(items(3));
  expect(bodies()).toEqual([['{"n":0}', '{"n":1}', '{"n":2}'], ['{"n":1}']]);
});

test('a message that is refused repeatedly is reported', async () => {
  sqs
    .on(SendMessageBatchCommand)
    .resolves({ Successful: [], Failed: [{ Id: '0', SenderFault: false, Code: 'InternalError' }] });
  await expect(queue.send(items(2))).rejects.toBeInstanceOf(QueueRefused);
  expect(bodies()).toHaveLength(3);
});

test('a queue out of reach is thrown', async () => {
  sqs.on(SendMessageBatchCommand).rejects(new Error('out of reach'));
  await expect(queue.send(items(1))).rejects.toThrow('out of reach');
});
