import { s3Client } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { DynamoSearchIndex } from '#shared/adapters/aws/dynamo-search-index.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { eraseFunction } from './erase.function.ts';

const { here, logger } = startLambda(eraseFunction);
const s3 = s3Client(here.REGION);
const desk = deployedDesk(here, { logger });
const deps = {
  ...desk,
  blobs: s3Blobs(s3, here.BLOB_BUCKET),
  recordings: s3Blobs(s3, here.RECORDINGS_BUCKET),
  search: new DynamoSearchIndex({ client: desk.table.client, table: here.SEARCH_TABLE }),
};

export const handler = forEvents(eraseFunction, deps, { logger });
