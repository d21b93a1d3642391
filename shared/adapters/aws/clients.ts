import { ConnectClient } from '@aws-sdk/client-connect';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';

interface Patience {
  readonly maxAttempts: number;
  /** Timeout of one attempt in milliseconds, its connection included. */
  readonly requestTimeout: number;
  readonly retryMode?: 'standard' | 'adaptive';
}

const settings = (region: string, { maxAttempts, requestTimeout, retryMode = 'standard' }: Patience) => ({
  region,
  maxAttempts,
  retryMode,
  requestHandler: {
    connectionTimeout: Math.min(1_000, requestTimeout),
    requestTimeout,
    // Without it the SDK only logs a timeout.
    throwOnRequestTimeout: true,
  },
});

/** For batch functions: fail within seconds and leave retries to the queue. */
const batchWaits: Patience = { maxAttempts: 3, requestTimeout: 3_000 };
/**
 * For functions behind a call. A hanging attempt ends after 400 ms, and the SDK pauses for at most 100 ms
 * before the second one. A second attempt of both the signing key and the table fits into the time in which a
 * flow needs an answer (`ANSWER_WITHIN_MS`).
 * @internal exported for tests
 */
export const callerWaits: Patience = { maxAttempts: 2, requestTimeout: 400 };
/** For mail with attachments. */
const largeBodies: Patience = { maxAttempts: 3, requestTimeout: 15_000 };

/** For long polls of queues, of 20 seconds. */
const longPolls: Patience = { maxAttempts: 2, requestTimeout: 25_000 };
/** For functions that are waited for. A repeated invocation would process its messages twice. */
const invocations: Patience = { maxAttempts: 1, requestTimeout: 65_000 };

interface Waiting {
  /** True when a caller waits for the answer. */
  readonly onTheLine?: boolean;
}

export const dynamoClient = (region: string, { onTheLine = false }: Waiting = {}): DynamoDBClient =>
  new DynamoDBClient(settings(region, onTheLine ? callerWaits : batchWaits));

/** For commands that read or write a whole table, page by page. */
export const wholeTableClient = (region: string): DynamoDBClient =>
  new DynamoDBClient(settings(region, { ...largeBodies, maxAttempts: 8 }));

export const s3Client = (region: string): S3Client => new S3Client(settings(region, largeBodies));

/** The address of a queue names it. The requests go to the endpoint of the client, like those of the other clients. */
const queueSettings = { useQueueUrlAsEndpoint: false } as const;

export const sqsClient = (region: string): SQSClient =>
  new SQSClient({ ...settings(region, batchWaits), ...queueSettings });

/** A client that waits for messages. */
export const pollingClient = (region: string): SQSClient =>
  new SQSClient({ ...settings(region, longPolls), ...queueSettings });

/** A client that waits for the answer of functions. */
export const lambdaClient = (region: string): LambdaClient => new LambdaClient(settings(region, invocations));

export const eventBridgeClient = (region: string): EventBridgeClient =>
  new EventBridgeClient(settings(region, batchWaits));

export const secretsClient = (region: string, { onTheLine = false }: Waiting = {}): SecretsManagerClient =>
  new SecretsManagerClient(settings(region, onTheLine ? callerWaits : batchWaits));

/** SES has no idempotency token, so a retry of the SDK could send twice. Use one attempt. */
export const sesClient = (region: string): SESClient =>
  new SESClient(settings(region, { ...largeBodies, maxAttempts: 1 }));

/** Connect allows two requests a second for the whole account, so adapt the rate after throttling. */
export const connectClient = (region: string): ConnectClient =>
  new ConnectClient(settings(region, { maxAttempts: 4, requestTimeout: 3_000, retryMode: 'adaptive' }));
