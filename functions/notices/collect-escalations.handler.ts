import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forEventBatch } from '#shared/runtime/chain-event-batch.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './collect-escalations.env.ts';
import { collectEscalations } from './collect-escalations.ts';

const here = readEnv(env);
const logger = createLogger({ service: here.SERVICE, level: here.LOG_LEVEL });
const deps = deployedDesk(here, { logger });

export const handler = forEventBatch(
  'notices/collect-escalations',
  async (events, { logger }) => {
    logger.info('notices-gathered', 'Notices to staff were gathered.', {
      added: await collectEscalations(deps, events),
    });
  },
  { logger },
);
