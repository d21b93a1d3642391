import { eventFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { taskForDeadline } from './task-for-deadline.ts';

export const taskForDeadlineFunction = eventFunction({
  name: 'outreach/task-for-deadline',
  environment: environments['outreach/task-for-deadline'],
  concurrency: 1,
  run: taskForDeadline,
  log: (logger, outcome) => logger.info('reminded', 'A deadline was checked for a task.', { outcome }),
});
