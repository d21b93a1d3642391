import { ConnectClient } from '@aws-sdk/client-connect';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { S3Client } from '@aws-sdk/client-s3';
import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SESClient } from '@aws-sdk/client-ses';
import { SQSClient } from '@aws-sdk/client-sqs';

interface Patience {
  readonly maxAttempts: number;
  /** Milliseconds for one try. */
  readonly requestTimeout: number;
  readonly retryMode?: 'standard' | 'adaptive';
}

const settings = (region: string, { maxAttempts, requestTimeout, retryMode = 'standard' }: Patience) => ({
  region,
  maxAttempts,
  retryMode,
  // Without the last word a time-out would only be logged.
  requestHandler: { connectionTimeout: 1_000, requestTimeout, throwOnRequestTimeout: true },
});

/** A batch waits: fail within seconds and leave repeating to the queue. */
const batchWaits: Patience = { maxAttempts: 3, requestTimeout: 3_000 };
/** Somebody waits on the line: two tries must fit into the two seconds in which a flow is answered. */
const callerWaits: Patience = { maxAttempts: 2, requestTimeout: 800 };
/** Mail with attachments goes through. */
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

/** SES has no idempotency token: a second try by the SDK could send twice, so there is none. */
export const sesClient = (region: string): SESClient =>
  new SESClient(settings(region, { ...largeBodies, maxAttempts: 1 }));

/** Connect allows two requests a second for the whole account: slow down by itself when throttled. */
export const connectClient = (region: string): ConnectClient =>
  new ConnectClient(settings(region, { maxAttempts: 4, requestTimeout: 3_000, retryMode: 'adaptive' }));
