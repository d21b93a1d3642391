import { flowDesk } from '#shared/adapters/aws/flow-desk.ts';
import { forFlow } from '#shared/runtime/chain-flow.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { outboundFlowFunction } from './outbound-flow.function.ts';

const { here, logger } = startLambda(outboundFlowFunction);

export const handler = forFlow(outboundFlowFunction, flowDesk(here, { logger }), { logger });
