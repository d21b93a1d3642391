import { eventBatchFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { rollUp } from './roll-up.ts';

export const rollUpFunction = eventBatchFunction({
  name: 'reports/roll-up',
  environment: environments['reports/roll-up'],
  run: rollUp,
  log: (logger, counted) => logger.info('rolled-up', 'Events were counted in the figures.', { counted }),
});
