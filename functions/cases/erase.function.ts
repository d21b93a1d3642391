import { eventFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { erase } from './erase.ts';

export const eraseFunction = eventFunction({
  name: 'cases/erase',
  environment: environments['cases/erase'],
  run: erase,
  log: (logger, outcome) => logger.info('erased', 'Personal data was erased.', { outcome }),
});
