import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forEventBatch } from '#shared/runtime/chain-event-batch.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './collect-for-watchers.env.ts';
import { collectForWatchers } from './collect-for-watchers.ts';

const here = readEnv(env);
const logger = createLogger({ service: here.SERVICE, level: here.LOG_LEVEL });
const deps = deployedDesk(here, { logger });

export const handler = forEventBatch(
  'notices/collect-for-watchers',
  async (events, { logger }) => {
    logger.info('notices-gathered', 'Notices to watchers were gathered.', {
      added: await collectForWatchers(deps, events),
    });
  },
  { logger },
);
