import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { WorkQueue } from '#shared/ports/outside.ts';
import { batchesOf } from './batches.ts';

/** Limits of SendMessageBatch (SQS developer guide, "Amazon SQS message quotas"), with the older 256 KiB. */
const LIMITS = { most: 10, bytes: 256 * 1024 };
const ATTEMPTS = 3;
/** Maximum number of concurrent batches: enough for ten thousand timers within their minute. */
const AT_A_TIME = 8;

/**
 * Some items were not queued after repeated attempts. The caller may send all of them again, because
 * consumers accept repeats.
 * @internal exported for tests
 */
export class QueueRefused extends Error {
  override readonly name = 'QueueRefused';
  readonly code = 'queue-refused';
  readonly retryable = true;
}

/** Send items as JSON messages to an SQS queue. @throws QueueRefused when SQS rejected some of them */
export function sqsWorkQueue<T>(client: SQSClient, queueUrl: string): WorkQueue<T> {
  /** Send one batch and return the rejected bodies. */
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
        throw new QueueRefused(`${bodies.length} of ${items.length} messages were not queued`);
    },
  };
}
