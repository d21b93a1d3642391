import { connectClient, sqsClient } from '#shared/adapters/aws/clients.ts';
import { connectTasks } from '#shared/adapters/aws/connect-tasks.ts';
import { deployedDesk } from '#shared/adapters/aws/deployed-desk.ts';
import { sqsPostpone } from '#shared/adapters/aws/sqs-postpone.ts';
import { forEvents } from '#shared/runtime/chain-events.ts';
import { readEnv } from '#shared/runtime/env.ts';
import { createLogger } from '#shared/runtime/logger.ts';
import { env } from './task-for-deadline.env.ts';
import { taskForDeadline } from './task-for-deadline.ts';

const here = readEnv(env);
const { REGION, SERVICE, LOG_LEVEL, CONNECT_INSTANCE_ID: instanceId, TASK_FLOW_ID } = here;
const logger = createLogger({ service: SERVICE, level: LOG_LEVEL });
const desk = deployedDesk(here, { logger });
const now = () => desk.clock.now();
const flows = { 'outbound/task': TASK_FLOW_ID };
const deps = {
  ...desk,
  ...(TASK_FLOW_ID !== '-' && {
    telephone: { task: connectTasks(connectClient(REGION), { instanceId, flows, now }) },
  }),
};

export const handler = forEvents(
  'outreach/task-for-deadline',
  async (event, { logger }) => {
    logger.info('reminded', 'A deadline was looked at for a task.', {
      outcome: await taskForDeadline(deps, event),
    });
  },
  { logger, concurrency: 1, postpone: sqsPostpone(sqsClient(REGION)) },
);
