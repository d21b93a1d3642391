import { eventFunction } from '#shared/runtime/function.ts';
import { environments } from './env.ts';
import { indexCase } from './index-case.ts';

export const indexCaseFunction = eventFunction({
  name: 'cases/index-case',
  environment: environments['cases/index-case'],
  run: indexCase,
  log: (logger, outcome) => logger.info('case-indexed', 'A case was indexed for the search.', { outcome }),
});
