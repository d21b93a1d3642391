import { ChangeMessageVisibilityCommand, type SQSClient } from '@aws-sdk/client-sqs';

/** A received SQS message. */
interface Received {
  readonly receiptHandle?: string;
  readonly eventSourceARN?: string;
}

/** SQS hides a message for at most 12 hours after it was received (ChangeMessageVisibility). */
const LONGEST_SECONDS = 11 * 3600;

/** Convert `arn:aws:sqs:REGION:ACCOUNT:NAME` to the queue's address. */
function urlOf(arn: string): string {
  const [, partition, , region, account, name] = arn.split(':');
  return `https://sqs.${region}.amazonaws.com${partition === 'aws-cn' ? '.cn' : ''}/${account}/${name}`;
}

/** Hide a message until a later time, so that its receives are not used up while a retry cannot succeed. */
export const sqsPostpone =
  (client: SQSClient) =>
  async ({ receiptHandle, eventSourceARN }: Received, { ms }: { readonly ms?: number }): Promise<void> => {
    if (ms === undefined || receiptHandle === undefined || eventSourceARN === undefined) return;
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: urlOf(eventSourceARN),
        ReceiptHandle: receiptHandle,
        VisibilityTimeout: Math.min(Math.ceil(ms / 1000), LONGEST_SECONDS),
      }),
    );
  };
