import { s3Client } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './erase.env.ts';
import { erase } from './erase.ts';

const here = readEnv(env);
const logger = createLogger({ service: here.SERVICE, level: here.LOG_LEVEL });
const s3 = s3Client(here.REGION);
const deps = {
  ...deployedDesk(here, { logger }),
  blobs: s3Blobs(s3, here.BLOB_BUCKET),
  recordings: s3Blobs(s3, here.RECORDINGS_BUCKET),
};

export const handler = forEvents(
  'cases/erase',
  async (event, { logger }) => {
    logger.info('erased', 'Personal data was removed.', { outcome: await erase(deps, event) });
  },
  { logger },
);
