import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './apply-retention.env.ts';
import { applyRetention } from './apply-retention.ts';

const here = readEnv(env);
const logger = createLogger({ service: here.SERVICE, level: here.LOG_LEVEL });
const deps = deployedDesk(here, { logger });

export const handler = forSchedule(
  async ({ logger }) => {
    logger.info('retained', 'Cases beyond their time were erased.', { erased: await applyRetention(deps) });
  },
  { logger },
);
