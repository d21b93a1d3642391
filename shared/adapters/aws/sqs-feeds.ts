import { InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import { DeleteMessageBatchCommand, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import type { Feed, QueuedMessage, QueueFeeds } from '#shared/ports/queue-feeds.ts';

/** The most messages that SQS returns at once (API reference, ReceiveMessage). */
const RECEIVED = 10;

/** The queues of this account and Region, without the name of a queue at the end. */
export interface QueuePlaces {
  readonly arn: string;
  readonly url: string;
}

const answer = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

/** Read queues of SQS, and give their messages to functions of Lambda in the form in which Lambda does. */
export function sqsFeeds(
  { queues, functions }: { readonly queues: SQSClient; readonly functions: LambdaClient },
  places: QueuePlaces,
): QueueFeeds {
  const urlOf = ({ queue }: Feed): string => places.url + queue;
  return {
    async receive(feed, seconds) {
      const { Messages = [] } = await queues.send(
        new ReceiveMessageCommand({
          QueueUrl: urlOf(feed),
          MaxNumberOfMessages: Math.min(feed.batchSize, RECEIVED),
          WaitTimeSeconds: seconds,
          MessageSystemAttributeNames: ['ApproximateReceiveCount'],
        }),
      );
      return Messages.map(
        ({ MessageId = '', ReceiptHandle = '', Body = '', Attributes = {} }): QueuedMessage => ({
          ...{ messageId: MessageId, body: Body, receiptHandle: ReceiptHandle },
          ...{ eventSourceARN: places.arn + feed.queue, attributes: Attributes },
        }),
      );
    },

    async process({ worker }, messages) {
      const all = new Set(messages.map(({ messageId }) => messageId));
      const { FunctionError, Payload } = await functions.send(
        new InvokeCommand({ FunctionName: worker, Payload: JSON.stringify({ Records: messages }) }),
      );
      if (FunctionError !== undefined || Payload === undefined) return all;
      const { batchItemFailures } = answer.parse(JSON.parse(Buffer.from(Payload).toString()));
      return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
    },

    async remove(feed, messages) {
      const Entries = messages.map(({ receiptHandle }, at) => ({
        Id: String(at),
        ReceiptHandle: receiptHandle,
      }));
      await queues.send(new DeleteMessageBatchCommand({ QueueUrl: urlOf(feed), Entries }));
    },
  };
}
