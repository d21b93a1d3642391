import { connectClient, sqsClient } from '#shared/adapters/aws/clients.ts';
import { connectTasks } from '#shared/adapters/aws/connect-tasks.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { sqsPostpone } from '#shared/adapters/aws/sqs-postpone.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { startLambda } from '#shared/runtime/start-lambda.ts';
import { taskForDeadlineFunction } from './task-for-deadline.function.ts';

const { here, logger } = startLambda(taskForDeadlineFunction);
const { CONNECT_INSTANCE_ID: instanceId, TASK_FLOW_ID } = here;
const desk = deployedDesk(here, { logger });
const now = () => desk.clock.now();
const flows = { 'outbound/task': TASK_FLOW_ID };
const deps = {
  ...desk,
  ...(TASK_FLOW_ID !== '-' && {
    telephone: { task: connectTasks(connectClient(here.REGION), { instanceId, flows, now }) },
  }),
};

export const handler = forEvents(taskForDeadlineFunction, deps, {
  logger,
  postpone: sqsPostpone(sqsClient(here.REGION)),
});
