import { s3Client } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { deployedMailer, keepForLater } from '#shared/adapters/aws/deployed-mailer.ts';
import { s3Blobs } from '#shared/adapters/aws/s3-blobs.ts';
import { HourlyCount } from '#shared/application/hourly-count.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './notify-beneficiary.env.ts';
import { notifyBeneficiary } from './notify-beneficiary.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const deps = {
  ...deployedDesk(here, { logger }),
  blobs: s3Blobs(s3Client(REGION), here.BLOB_BUCKET),
  mailer: deployedMailer(here),
  acknowledged: new HourlyCount(),
};

export const handler = forEvents(
  'mail/notify-beneficiary',
  async (event, { logger }) => {
    const outcome = await notifyBeneficiary(deps, event);
    logger.info('beneficiary-notified', 'An event was answered.', { outcome });
    // An alarm looks for this code.
    if (outcome === 'stopped')
      logger.warn('acknowledgements-stopped', 'Too many acknowledgements in an hour.');
  },
  { logger, ...keepForLater(here) },
);
