import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { deployedMailer, keepForLater } from '#shared/adapters/aws/deployed-mailer.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './tell.env.ts';
import { tell } from './tell.ts';

const here = readEnv(env);
const { SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const deps = {
  ...deployedDesk(here, { logger }),
  mailer: deployedMailer(here),
};

export const handler = forEvents(
  'sla/tell',
  async (event, { logger }) => {
    logger.info('staff-told', 'Staff were told what gathered.', { outcome: await tell(deps, event) });
  },
  { logger, ...keepForLater(here) },
);
