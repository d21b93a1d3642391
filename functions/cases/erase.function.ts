import { eventFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { eraseStoredData } from './erase.ts';

export const eraseFunction = eventFunction({
  name: 'cases/erase',
  environment: environments['cases/erase'],
  run: eraseStoredData,
  log: (logger, outcome) => logger.info('erased', 'Personal data was erased.', { outcome }),
});
