import { scheduledFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { exportDays } from './export-days.ts';

export const exportDaysFunction = scheduledFunction({
  name: 'reports/export-days',
  environment: environments['reports/export-days'],
  every: 'hour',
  run: exportDays,
  isIdle: ({ days, waiting }) => days + waiting === 0,
  log: (logger, { unreadable, ...outcome }) => {
    logger.info('days-exported', 'Days were exported for other systems.', { ...outcome });
    if (unreadable > 0)
      logger.warn('export-incomplete', 'Cases or calls are missing in an export: they cannot be read.', {
        unreadable,
      });
  },
});
