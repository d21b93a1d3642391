import { scheduledFunction } from '#shared/runtime/function.ts';
import { applyRetention } from './apply-retention.ts';
import { environments } from './env.ts';

export const applyRetentionFunction = scheduledFunction({
  name: 'cases/apply-retention',
  environment: environments['cases/apply-retention'],
  every: 'day',
  run: applyRetention,
  log: (logger, { erased, more }) =>
    logger.info('retained', 'Personal data of cases after the retention time was erased.', { erased, more }),
});
