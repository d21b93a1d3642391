import { ConnectClient } from '@aws-sdk/client-connect';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';

interface Patience {
  readonly maxAttempts: number;
  /** Timeout of one attempt, milliseconds. */
  readonly requestTimeout: number;
  readonly retryMode?: 'standard' | 'adaptive';
}

const settings = (region: string, { maxAttempts, requestTimeout, retryMode = 'standard' }: Patience) => ({
  region,
  maxAttempts,
  retryMode,
  // Without `throwOnRequestTimeout` the SDK only logs a timeout.
  requestHandler: { connectionTimeout: 1_000, requestTimeout, throwOnRequestTimeout: true },
});

/** For batch functions: fail within seconds and leave retries to the queue. */
const batchWaits: Patience = { maxAttempts: 3, requestTimeout: 3_000 };
/**
 * For functions behind a call: two attempts must fit into the two seconds in which a flow needs an answer.
 */
const callerWaits: Patience = { maxAttempts: 2, requestTimeout: 800 };
/** For mail with attachments. */
const largeBodies: Patience = { maxAttempts: 3, requestTimeout: 15_000 };

export const dynamoClient = (
  region: string,
  { onTheLine = false }: { readonly onTheLine?: boolean } = {},
): DynamoDBClient => new DynamoDBClient(settings(region, onTheLine ? callerWaits : batchWaits));

export const s3Client = (region: string): S3Client => new S3Client(settings(region, largeBodies));

export const sqsClient = (region: string): SQSClient => new SQSClient(settings(region, batchWaits));

export const eventBridgeClient = (region: string): EventBridgeClient =>
  new EventBridgeClient(settings(region, batchWaits));

export const secretsClient = (region: string): SecretsManagerClient =>
  new SecretsManagerClient(settings(region, batchWaits));

/** SES has no idempotency token, so a retry of the SDK could send twice. Use one attempt. */
export const sesClient = (region: string): SESClient =>
  new SESClient(settings(region, { ...largeBodies, maxAttempts: 1 }));

/** Connect allows two requests a second for the whole account, so adapt the rate after throttling. */
export const connectClient = (region: string): ConnectClient =>
  new ConnectClient(settings(region, { maxAttempts: 4, requestTimeout: 3_000, retryMode: 'adaptive' }));
