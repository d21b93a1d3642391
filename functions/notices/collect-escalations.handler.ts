import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forEventBatch } from '#shared/runtime/chain-event-batch.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { collectEscalationsFunction } from './collect-escalations.function.ts';

const { here, logger } = startLambda(collectEscalationsFunction);

export const handler = forEventBatch(collectEscalationsFunction, deployedDesk(here, { logger }), { logger });
