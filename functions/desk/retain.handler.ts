import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './retain.env.ts';
import { retain } from './retain.ts';

const here = readEnv(env);
const logger = createLogger({ service: here.SERVICE, level: here.LOG_LEVEL });
const deps = deployedDesk(here, { logger });

export const handler = forSchedule(
  async ({ logger }) => {
    logger.info('retained', 'Cases beyond their time were erased.', { erased: await retain(deps) });
  },
  { logger },
);
