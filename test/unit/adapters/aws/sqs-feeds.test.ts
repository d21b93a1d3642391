import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { sqsFeeds } from '#shared/adapters/aws/sqs-feeds.ts';
import { aMessage } from '#test/doubles/memory-feeds.ts';

const [sqs, lambda] = [mockClient(SQSClient), mockClient(LambdaClient)];
const region = 'eu-central-1';
const feeds = sqsFeeds(
  { queues: new SQSClient({ region }), functions: new LambdaClient({ region }) },
  {
    arn: 'arn:aws:sqs:eu-central-1:123456789012:',
    url: 'https://sqs.eu-central-1.amazonaws.com/123456789012/',
  },
);
const feed = { queue: 'due', worker: 'clock', batchSize: 500 };
const QueueUrl = 'https://sqs.eu-central-1.amazonaws.com/123456789012/due';
beforeEach(() => {
  sqs.reset();
  lambda.reset();
});

test('messages are received in the form in which Lambda gives them to a function', async () => {
  const Attributes = { ApproximateReceiveCount: '2' };
  const answer = { MessageId: 'm1', ReceiptHandle: 'handle of m1', Body: '{}', Attributes };
  sqs
    .on(ReceiveMessageCommand)
    .resolvesOnce({ Messages: [answer] })
    .resolves({});
  expect(await feeds.receive(feed, 20)).toEqual([{ ...aMessage('m1'), attributes: Attributes }]);
  expect(await feeds.receive({ ...feed, batchSize: 1 }, 3)).toEqual([]);
  expect(sqs.commandCalls(ReceiveMessageCommand).map(({ args }) => args[0].input)).toEqual([
    expect.objectContaining({ QueueUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 20 }),
    expect.objectContaining({ QueueUrl, MaxNumberOfMessages: 1, WaitTimeSeconds: 3 }),
  ]);
});

const answered = (answer: object) => ({ Payload: Buffer.from(JSON.stringify(answer)) as never });
const both = [aMessage('m1'), aMessage('m2')];

test.each([
  ['all messages', answered({ batchItemFailures: [] }), []],
  ['a part of them', answered({ batchItemFailures: [{ itemIdentifier: 'm2' }] }), ['m2']],
  ['none, because it failed', { FunctionError: 'Unhandled', ...answered({}) }, ['m1', 'm2']],
  ['none, because it gave no answer', {}, ['m1', 'm2']],
])('a function processes %s', async (_, answer, left) => {
  lambda.on(InvokeCommand).resolves(answer);
  expect([...(await feeds.process(feed, both))]).toEqual(left);
  const { FunctionName, Payload } = lambda.commandCalls(InvokeCommand)[0]?.args[0].input ?? {};
  expect([FunctionName, JSON.parse(String(Payload))]).toEqual(['clock', { Records: both }]);
});

test('an answer of another form is an error, so that no message is removed', async () => {
  lambda.on(InvokeCommand).resolves(answered({ ok: true }));
  await expect(feeds.process(feed, both)).rejects.toThrow();
});

test('messages are removed together', async () => {
  sqs.on(DeleteMessageBatchCommand).resolves({});
  await feeds.remove(feed, both);
  expect(sqs.commandCalls(DeleteMessageBatchCommand)[0]?.args[0].input).toEqual({
    QueueUrl,
    Entries: [
      { Id: '0', ReceiptHandle: 'handle of m1' },
      { Id: '1', ReceiptHandle: 'handle of m2' },
    ],
  });
});
