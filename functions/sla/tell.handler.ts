import { sesClient } from '#shared/adapters/aws/clients.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { sesMailer } from '#shared/adapters/aws/ses-mailer.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './tell.env.ts';
import { tell } from './tell.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const deps = {
  ...deployedDesk(here, { logger }),
  mailer: sesMailer(sesClient(REGION), here.CONFIGURATION_SET),
};

export const handler = forEvents(
  'sla/tell',
  async (event, { logger }) => {
    logger.info('staff-told', 'Staff were told what gathered.', { outcome: await tell(deps, event) });
  },
  { logger },
);
