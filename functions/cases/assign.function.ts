import { eventFunction } from '#shared/runtime/function.ts';
import { assign } from './assign.ts';
import { environments } from './env.ts';

export const assignFunction = eventFunction({
  name: 'cases/assign',
  environment: environments['cases/assign'],
  run: assign,
  log: (logger, outcome) => logger.info('assigned', 'An event was checked for assignments.', { outcome }),
});
