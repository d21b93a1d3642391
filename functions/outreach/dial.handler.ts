import { connectClient } from '#shared/adapters/aws/clients.ts';
import { connectTelephone } from '#shared/adapters/aws/connect-telephone.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { pace } from '#shared/runtime/pace.ts';
import { env } from './dial.env.ts';
import { dial } from './dial.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const desk = deployedDesk(here, { logger });
const deps = {
  ...desk,
  turn: pace({ sharedBy: here.DIALLERS }),
  telephone: connectTelephone(connectClient(REGION), {
    instanceId: here.CONNECT_INSTANCE_ID,
    queueId: here.OUTBOUND_QUEUE_ID,
    flows: here.OUTBOUND_FLOWS,
    campaign: here.CAMPAIGN_CALLS,
    now: () => desk.clock.now(),
  }),
};

export const handler = forEvents(
  'outreach/dial',
  async (event, { logger }) => {
    const { attempt } = event.data;
    logger.info('call-out', 'A call out came due.', { attempt, outcome: await dial(deps, event) });
  },
  { logger, concurrency: 1 },
);
