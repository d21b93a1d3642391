import { eventBatchFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { rollUp } from './roll-up.ts';

export const rollUpFunction = eventBatchFunction({
  name: 'reports/roll-up',
  environment: environments['reports/roll-up'],
  run: rollUp,
  log: (logger, { counted, tooLate }) => {
    logger.info('rolled-up', 'Events were counted in the figures.', { counted });
    if (tooLate > 0)
      logger.warn('event-too-late', 'Events were not counted, because their proof would have expired.', {
        tooLate,
      });
  },
});
