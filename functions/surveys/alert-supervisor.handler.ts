import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { deployedMailer, keepForLater } from '#shared/adapters/aws/deployed-mailer.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { alertSupervisorFunction } from './alert-supervisor.function.ts';

const { here, logger } = startLambda(alertSupervisorFunction);

export const handler = forEvents(
  alertSupervisorFunction,
  { ...deployedDesk(here, { logger }), mailer: deployedMailer(here) },
  { logger, ...keepForLater(here) },
);
