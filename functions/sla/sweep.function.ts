import { scheduledFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { sweep } from './sweep.ts';

export const sweepFunction = scheduledFunction({
  name: 'sla/sweep',
  environment: environments['sla/sweep'],
  every: 'minute',
  run: sweep,
  isIdle: ({ due, retimed }) => due === 0 && retimed === 0,
  log: (logger, swept) => logger.info('swept', 'Due timers were queued.', { ...swept }),
});
