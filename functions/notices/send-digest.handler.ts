import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { deployedMailer, keepForLater } from '#shared/adapters/aws/deployed-mailer.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { sendDigestFunction } from './send-digest.function.ts';

const { here, logger } = startLambda(sendDigestFunction);

export const handler = forEvents(
  sendDigestFunction,
  { ...deployedDesk(here, { logger }), mailer: deployedMailer(here) },
  { logger, ...keepForLater(here) },
);
