import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forQueue } from '#shared/runtime/chain-queue.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { mailFeedbackFunction } from './mail-feedback.function.ts';

const { here, logger } = startLambda(mailFeedbackFunction);

export const handler = forQueue(mailFeedbackFunction, deployedDesk(here, { logger }), { logger });
