import { dynamoClient, s3Client } from '#shared/adapters/aws/clients.ts';
import { DynamoSearchIndex } from '#shared/adapters/aws/dynamo-search-index.ts';
import { DynamoStore } from '#shared/adapters/aws/dynamo-store.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { indexCaseFunction } from './index-case.function.ts';

const { here, logger } = startLambda(indexCaseFunction);
const client = dynamoClient(here.REGION);
const deps = {
  store: new DynamoStore({ client, table: here.TABLE_NAME }),
  blobs: s3Blobs(s3Client(here.REGION), here.BLOB_BUCKET),
  search: new DynamoSearchIndex({ client, table: here.SEARCH_TABLE }),
};

export const handler = forEvents(indexCaseFunction, deps, { logger });
