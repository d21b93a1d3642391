import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forEventBatch } from '#shared/runtime/chain-event-batch.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './inform.env.ts';
import { inform } from './inform.ts';

const here = readEnv(env);
const logger = createLogger({ service: here.SERVICE, level: here.LOG_LEVEL });
const deps = deployedDesk(here, { logger });

export const handler = forEventBatch(
  'desk/inform',
  async (events, { logger }) => {
    logger.info('notices-gathered', 'Notices to watchers were gathered.', {
      added: await inform(deps, events),
    });
  },
  { logger },
);
