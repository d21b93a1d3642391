import { connectQueuePlaces } from '#shared/adapters/aws/connect-queue-places.ts';
import { flowDesk } from '#shared/adapters/aws/flow-desk.ts';
import { forFlow } from '#shared/runtime/chain-flow.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { inboundFlowFunction } from './inbound-flow.function.ts';

const { here, logger } = startLambda(inboundFlowFunction);
const { REGION: region, CONNECT_INSTANCE_ID } = here;
const desk = flowDesk(here, { logger });
const queues = connectQueuePlaces({ region, client: desk.table.client }, CONNECT_INSTANCE_ID);

export const handler = forFlow(inboundFlowFunction, { ...desk, queues }, { logger });
