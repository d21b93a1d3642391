import { flowDesk } from '#shared/adapters/aws/flow-desk.ts';
import { forFlow } from '#shared/runtime/chain-flow.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { surveyFlowFunction } from './survey-flow.function.ts';

const { here, logger } = startLambda(surveyFlowFunction);

export const handler = forFlow(surveyFlowFunction, flowDesk(here, { logger }), { logger });
