import { connectClient } from '#shared/adapters/aws/clients.ts';
import { connectHours } from '#shared/adapters/aws/connect-hours.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './connect-hours.env.ts';
import { keepHours } from './connect-hours.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL, CONNECT_INSTANCE_ID, CONNECT_HOURS_ID } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const { rules, clock } = deployedDesk(here, { logger });
const hours = connectHours({
  client: connectClient(REGION),
  instanceId: CONNECT_INSTANCE_ID,
  hoursId: CONNECT_HOURS_ID,
});

export const handler = forSchedule(
  async ({ logger }) => {
    const kept = await keepHours({ hours, rules, clock });
    // An alarm watches the first code.
    if (kept.differing.length > 0)
      logger.error(
        'connect-hours-differ',
        'Connect is open at other times than the calendar says.',
        undefined,
        { ...kept },
      );
    else logger.info('connect-hours-kept', 'Connect goes by the calendar.', { ...kept });
  },
  { logger },
);
