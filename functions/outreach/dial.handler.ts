import { connectClient } from '#shared/adapters/aws/clients.ts';
import { connectTelephone } from '#shared/adapters/aws/connect-telephone.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { pace } from '#shared/runtime/pace.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { dialFunction } from './dial.function.ts';

const { here, logger } = startLambda(dialFunction);
const desk = deployedDesk(here, { logger });
const deps = {
  ...desk,
  turn: pace({ sharedBy: here.DIALLERS }),
  telephone: connectTelephone(connectClient(here.REGION), {
    instanceId: here.CONNECT_INSTANCE_ID,
    queueId: here.OUTBOUND_QUEUE_ID,
    flows: here.OUTBOUND_FLOWS,
    campaign: here.CAMPAIGN_CALLS,
    now: () => desk.clock.now(),
  }),
};

export const handler = forEvents(dialFunction, deps, { logger });
