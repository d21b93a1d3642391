import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { WorkQueue } from '#shared/ports/outside.ts';
import { batchesOf } from './batches.ts';

/** Limits of SendMessageBatch (SQS developer guide, "Amazon SQS message quotas"), kept to the older 256 KiB. */
const LIMITS = { most: 10, bytes: 256 * 1024 };
const ATTEMPTS = 3;
/** Batches on their way at a time: ten thousand timers of one minute are handed on well within it. */
const AT_A_TIME = 8;

/** Some items are not in the queue after repeated tries; all may be sent again, consumers accept repeats. */
export class QueueRefused extends Error {
  override readonly name = 'QueueRefused';
  readonly code = 'queue-refused';
  readonly retryable = true;
}

/** Hands items on as JSON messages of an SQS queue. @throws QueueRefused when some were not taken */
export function sqsWorkQueue<T>(client: SQSClient, queueUrl: string): WorkQueue<T> {
  /** Sends one batch and answers the bodies that were not taken. */
  const sendOnce = async (bodies: readonly string[]): Promise<string[]> => {
    const Entries = bodies.map((MessageBody, at) => ({ Id: String(at), MessageBody }));
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    const refused = new Set(Failed.map(({ Id }) => Id));
    return bodies.filter((_, at) => refused.has(String(at)));
  };

  return {
    async send(items) {
      let bodies = items.map((item) => JSON.stringify(item));
      for (let attempt = 0; attempt < ATTEMPTS && bodies.length > 0; attempt += 1) {
        const batches = batchesOf(bodies, Buffer.byteLength, LIMITS);
        const refused: string[] = [];
        for (let at = 0; at < batches.length; at += AT_A_TIME) {
          const answers = await Promise.all(batches.slice(at, at + AT_A_TIME).map(sendOnce));
          refused.push(...answers.flat());
        }
        bodies = refused;
      }
      if (bodies.length > 0)
        throw new QueueRefused(`${bodies.length} of ${items.length} messages were not taken`);
    },
  };
}
