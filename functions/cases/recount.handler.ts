import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { recountFunction } from './recount.function.ts';

const { here, logger } = startLambda(recountFunction);

export const handler = forSchedule(recountFunction, deployedDesk(here, { logger }), { logger });
