import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forEventBatch } from '#shared/runtime/chain-event-batch.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './escalate.env.ts';
import { escalate } from './escalate.ts';

const here = readEnv(env);
const deps = deployedDesk(here);

export const handler = forEventBatch(
  'sla/escalate',
  async (events, { logger }) => {
    logger.info('notices-gathered', 'Notices to staff were gathered.', {
      added: await escalate(deps, events),
    });
  },
  { logger: createLogger({ service: here.SERVICE, level: here.LOG_LEVEL }) },
);
