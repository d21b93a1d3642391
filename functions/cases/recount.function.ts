import { scheduledFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { recount } from './recount.ts';

export const recountFunction = scheduledFunction({
  name: 'cases/recount',
  environment: environments['cases/recount'],
  every: 'day',
  run: recount,
  log: (logger, recounted) =>
    logger.info('recounted', 'The workloads of staff were counted again.', { ...recounted }),
});
