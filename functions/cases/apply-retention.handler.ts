import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { applyRetentionFunction } from './apply-retention.function.ts';

const { here, logger } = startLambda(applyRetentionFunction);

export const handler = forSchedule(applyRetentionFunction, deployedDesk(here, { logger }), { logger });
