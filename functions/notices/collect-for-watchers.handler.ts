import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forEventBatch } from '#shared/runtime/chain-event-batch.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { collectForWatchersFunction } from './collect-for-watchers.function.ts';

const { here, logger } = startLambda(collectForWatchersFunction);

export const handler = forEventBatch(collectForWatchersFunction, deployedDesk(here, { logger }), { logger });
