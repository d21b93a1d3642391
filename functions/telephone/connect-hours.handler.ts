import { connectClient } from '#shared/adapters/aws/clients.ts';
import { connectHours } from '#shared/adapters/aws/connect-hours.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { forSchedule } from '#shared/runtime/chain-schedule.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { connectHoursFunction } from './connect-hours.function.ts';

const { here, logger } = startLambda(connectHoursFunction);
const hours = connectHours({
  client: connectClient(here.REGION),
  instanceId: here.CONNECT_INSTANCE_ID,
  hoursId: here.CONNECT_HOURS_ID,
});
const deps = { ...deployedDesk(here, { logger }), hours };

export const handler = forSchedule(connectHoursFunction, deps, { logger });
