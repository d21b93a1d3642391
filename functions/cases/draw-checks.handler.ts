import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { drawChecksFunction } from './draw-checks.function.ts';

const { here, logger } = startLambda(drawChecksFunction);

export const handler = forSchedule(drawChecksFunction, deployedDesk(here, { logger }), { logger });
