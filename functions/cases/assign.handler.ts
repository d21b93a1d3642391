import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { assignFunction } from './assign.function.ts';

const { here, logger } = startLambda(assignFunction);

export const handler = forEvents(assignFunction, deployedDesk(here, { logger }), { logger });
