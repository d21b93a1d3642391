import { s3Client } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { eraseFunction } from './erase.function.ts';

const { here, logger } = startLambda(eraseFunction);
const s3 = s3Client(here.REGION);
const deps = {
  ...deployedDesk(here, { logger }),
  blobs: s3Blobs(s3, here.BLOB_BUCKET),
  recordings: s3Blobs(s3, here.RECORDINGS_BUCKET),
};

export const handler = forEvents(eraseFunction, deps, { logger });
