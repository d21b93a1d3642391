import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { deployedMailer, keepForLater } from '#shared/adapters/aws/deployed-mailer.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './alert-supervisor.env.ts';
import { alertSupervisor } from './alert-supervisor.ts';

const here = readEnv(env);
const { SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const deps = {
  ...deployedDesk(here, { logger }),
  mailer: deployedMailer(here),
};

export const handler = forEvents(
  'surveys/alert-supervisor',
  async (event, { logger }) => {
    logger.info('dissatisfaction-told', 'An answer was looked at.', {
      outcome: await alertSupervisor(deps, event),
    });
  },
  { logger, ...keepForLater(here) },
);
