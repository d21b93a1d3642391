import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoSettingsStore } from '#shared/adapters/aws/dynamo-settings-store.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import type { Clock } from '#shared/ports/outside.ts';
import { deployedRules } from '#shared/settings/deployed-rules.ts';
import type { StackFunction } from './stack.ts';

/** The access key of the rehearsal itself, which no role limits. */
export const OWN_KEY = 'rehearsal';

export interface LookProps {
  readonly endpoint: string;
  readonly region: string;
  readonly clock: Clock;
  /** A function with the variables of the table. */
  readonly like: StackFunction;
}

/** Read the deployed table and the rules as a function does, without its limits. */
export function look({ endpoint, region, clock, like }: LookProps) {
  const own = { endpoint, region, credentials: { accessKeyId: OWN_KEY, secretAccessKey: 'none' } };
  const { TABLE_NAME = '', DUE_SHARDS = '1', FIGURE_SHARDS = '1', DEPLOYMENT = '{}' } = like.environment;
  const table = {
    ...{ client: new DynamoDBClient(own), table: TABLE_NAME },
    ...{ dueShards: Number(DUE_SHARDS), figureShards: Number(FIGURE_SHARDS) },
  };
  return {
    store: new DynamoStore(table),
    rules: deployedRules(new DynamoSettingsStore(table), clock, DEPLOYMENT),
    blobsIn: (bucket: string) => s3Blobs(new S3Client(own), bucket),
  };
}
