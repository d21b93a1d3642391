import { connectClient } from '#shared/adapters/aws/clients.ts';
import { connectContacts } from '#shared/adapters/aws/connect-contacts.ts';
import { connectStop } from '#shared/adapters/aws/connect-stop.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './complete-call.env.ts';
import { completeCall } from './complete-call.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const client = connectClient(REGION);
const deps = {
  ...deployedDesk(here, { logger }),
  telephone: {
    ...connectContacts(client, here.CONNECT_INSTANCE_ID),
    stop: connectStop(client, here.CONNECT_INSTANCE_ID),
  },
};

export const handler = forEvents(
  'outreach/complete-call',
  async (event, { logger }) => {
    logger.info('call-out-concluded', 'What became of a call out was noted.', {
      outcome: await completeCall(deps, event),
    });
  },
  { logger },
);
