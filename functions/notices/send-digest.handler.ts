import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { deployedMailer, keepForLater } from '#shared/adapters/aws/deployed-mailer.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './send-digest.env.ts';
import { sendDigest } from './send-digest.ts';

const here = readEnv(env);
const { SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const deps = {
  ...deployedDesk(here, { logger }),
  mailer: deployedMailer(here),
};

export const handler = forEvents(
  'notices/send-digest',
  async (event, { logger }) => {
    logger.info('staff-told', 'Staff were told what gathered.', { outcome: await sendDigest(deps, event) });
  },
  { logger, ...keepForLater(here) },
);
