import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './assign.env.ts';
import { assign } from './assign.ts';

const here = readEnv(env);
const logger = createLogger({ service: here.SERVICE, level: here.LOG_LEVEL });
const deps = { ...deployedDesk(here, { logger }), shards: here.SHARDS };

export const handler = forEvents(
  'cases/assign',
  async (event, { logger }) => {
    logger.info('assigned', 'Somebody was looked for.', { outcome: await assign(deps, event) });
  },
  { logger },
);
