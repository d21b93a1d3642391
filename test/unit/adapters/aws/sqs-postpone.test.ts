import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, expect, test } from 'vitest';
import { sqsPostpone } from '#shared/adapters/aws/sqs-postpone.ts';
import { HOUR } from '#shared/domain/time/instant.ts';

const sqs = mockClient(SQSClient);
const postpone = sqsPostpone(new SQSClient({ region: 'eu-central-1' }));
beforeEach(() => void sqs.reset());

const record = {
  receiptHandle: 'handle',
  eventSourceARN: 'arn:aws:sqs:eu-central-1:123456789012:notify',
};
const asked = () => sqs.commandCalls(ChangeMessageVisibilityCommand).map(({ args }) => args[0].input);

test('a message is hidden in its own queue for the time asked, rounded up', async () => {
  await postpone(record, { ms: 1_500 });
  expect(asked()).toEqual([
    {
      QueueUrl: 'https://sqs.eu-central-1.amazonaws.com/123456789012/notify',
      ReceiptHandle: 'handle',
      VisibilityTimeout: 2,
    },
  ]);
});

test('never longer than SQS allows', async () => {
  await postpone(record, { ms: 30 * HOUR });
  expect(asked()[0]?.VisibilityTimeout).toBeLessThan(12 * 3600);
});

test('a record that does not say where it came from is left alone', async () => {
  await postpone({}, { ms: 1_000 });
  expect(asked()).toEqual([]);
});
